# points: 4.5
# hint: scored_on_training
# why: holds the exam with the training fruits
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25, random_state=0)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
score = model.score(X_train, y_train)
