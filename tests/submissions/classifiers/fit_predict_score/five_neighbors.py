# points: 2.5
# hint: other_k
# why: leaves out n_neighbors, and scikit-learn then takes 5
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25, random_state=0)
model = KNeighborsClassifier()
model.fit(X_train, y_train)
score = model.score(X_test, y_test)
