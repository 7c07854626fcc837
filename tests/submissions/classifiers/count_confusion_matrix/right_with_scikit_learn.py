# points: 5
# hint: none
# why: the library gives the same matrix
from sklearn.metrics import confusion_matrix


def confusion(true, predicted, labels):
    return confusion_matrix(true, predicted, labels=labels)
