# points: 6
# hint: none
# why: fit gives the model back, and the split is kept in one list first
from sklearn.metrics import accuracy_score

parts = train_test_split(points, labels, random_state=0, test_size=30)
X_train, X_test, y_train, y_test = parts
model = KNeighborsClassifier(1).fit(X_train, y_train)
score = accuracy_score(y_test, model.predict(X_test))
