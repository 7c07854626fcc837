// A sorter made of examples alone: what is nearest decides. The same as `nearest` in the exercise, and as scikit-learn's
// KNeighborsClassifier with one neighbor and the Manhattan metric (as it searches by default: in a tree).
//
// An example is [shines, soft, kind], a kind a number. Of examples that are equally near, the first one counts.

export const difference = (example, shines, soft) => Math.abs(example[0] - shines) + Math.abs(example[1] - soft);

/** Return the places of the examples that are most similar to a thing, the nearest first. */
export function nearest(examples, shines, soft, count = 1) {
  const far = examples.map(example => difference(example, shines, soft));
  return far.map((_, place) => place).sort((one, other) => far[one] - far[other] || one - other).slice(0, count);
}

/** Return what the model predicts: the kind, the place of the example that decides, and who of the nearest agrees. */
export function predict(examples, shines, soft, count = 3) {
  const near = nearest(examples, shines, soft, count);
  if (!near.length) {
    return null;
  }
  const kind = examples[near[0]][2];
  return { kind, place: near[0], agree: near.filter(place => examples[place][2] === kind).length, of: near.length };
}
