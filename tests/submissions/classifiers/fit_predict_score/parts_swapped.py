# points: 1
# hint: swapped_parts
# why: puts the test parts first
X_test, X_train, y_test, y_train = train_test_split(points, labels, test_size=0.25, random_state=0)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
score = model.score(X_test, y_test)
