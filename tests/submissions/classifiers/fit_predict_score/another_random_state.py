# points: 2
# hint: other_draw
# why: takes a random_state seen elsewhere
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25, random_state=42)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
score = model.score(X_test, y_test)
