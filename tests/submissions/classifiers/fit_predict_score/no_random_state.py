# points: 2
# hint: other_draw
# why: every run draws another test part
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
score = model.score(X_test, y_test)
