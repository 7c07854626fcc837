# points: 4.5
# hint: score_is_rounded
# why: keeps two digits
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25, random_state=0)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
score = round(model.score(X_test, y_test), 2)
