# points: 1
# hint: other_size
# why: takes a third for the exam
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.33, random_state=0)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
score = model.score(X_test, y_test)
