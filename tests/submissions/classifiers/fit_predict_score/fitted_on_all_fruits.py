# points: 1.5
# hint: fitted_on_everything
# why: splits, then fits on the whole table all the same
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25, random_state=0)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(points, labels)
score = model.score(X_test, y_test)
