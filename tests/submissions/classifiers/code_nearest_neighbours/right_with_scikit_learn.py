# points: 6
# hint: none
# why: the library itself gives the same answers
from sklearn.neighbors import KNeighborsClassifier


def nearest_label(points, labels, new, k):
    model = KNeighborsClassifier(n_neighbors=k).fit(points, labels)
    return str(model.predict([new])[0])
