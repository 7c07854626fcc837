# points: 6
# hint: none
# why: counts the right predictions and divides
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25, random_state=0)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
right = 0
for predicted, name in zip(model.predict(X_test), y_test):
    if predicted == name:
        right += 1
score = right / len(y_test)
