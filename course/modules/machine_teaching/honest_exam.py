# %% [markdown]
# # An honest exam
#
# About 40 minutes.
#
# ![Left, a tray of photos beside a robot. Right, behind a curtain, a few other photos. In front, one olive with two photos of it: from the front and from the back.](figures/exam_curtain.svg)
#
# Somebody says: "My model is always right!" Do you believe it?
# Today you test the test. And you say where people decide.

# %% [markdown] phase="predict"
# ## Predict
#
# A model was given 20 fruits with their names. Now we ask it about **the same** 20 fruits.
# How many will be right?

# %%
from math import dist

from ailab import load, t
from ailab.activities import quiz, reflect, sort_cards

# %%
quiz(
    "my_guess",
    t("How many of the 20 are right?"),
    {"half": t("about half of them"), "most": t("most of them"), "all": t("all 20")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Run both cells. Were you right?

# %%
def count_right(examples, exam):
    right = 0
    for fruit in exam:
        nearest = min(examples, key=lambda example: dist(example[1:3], fruit[1:3]))
        if nearest[0] == fruit[0]:
            right = right + 1
    return right

# %%
fruits = load("olive_argan").to_numpy().tolist()
count_right(fruits[:20], fruits[:20])

# %% [markdown]
# All of them are right! Now the same model, with 20 fruits that it was **not** given.

# %%
count_right(fruits[:20], fruits[40:60])

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### Why was the first number so good?
#
# The nearest example of a fruit was the fruit itself! The thread has the length 0.
# It is like an exam whose answers you copied the day before. It shows that you can copy, and nothing else.
#
# ### Put some aside
#
# So we cut the table in two parts. The **training set** goes to the model. The **test set** waits, like behind a curtain.
# No fruit lies in both. Only at the very end do we open the curtain.

# %%
train, test = fruits[:90], fruits[90:]
print(len(train), len(test))
print(count_right(train, test), "/", len(test))

# %% [markdown]
# This number is honest. It says what to expect with new fruits.
#
# ### Two photos of one olive
#
# {{boy}} takes a photo of an olive from the front, and one from the back. The front goes to training, the back into the exam.
# Is the olive in the exam new? What do you think?

# %%
quiz(
    "is_new",
    t("Is the olive in the exam new for the model?"),
    {
        "new": t("Yes: it is another photo."),
        "seen": t("No: it is the same olive. Both photos belong on one side."),
    },
)

# %% try
is_new = None

# %% [markdown]
# <details>
# <summary>What is right?</summary>
#
# It is the same olive, with the same size. The model was given it already. One fruit, one side.
#
# </details>
#
# ### What stays with people
#
# ![A road that forks. On the left a robot at a belt with olives. On the right two people at a table, talking, with a heart above them.](figures/who_decides.svg)
#
# Even a good model is wrong at times. So the next question is: **what happens then?**
#
# | A model predicts … | When it is wrong … | Who decides |
# |---|---|---|
# | which song comes next | we press on, and all is well | the model may |
# | which leaf is sick | a healthy tree is treated, or a sick one is not | a farmer looks, and decides |
# | who is ill | somebody gets the wrong medicine | a doctor decides, and explains it |
#
# A model cannot explain, listen or say sorry. A human can, and must answer for it.
#
# Three cards for you: who decides?

# %%
sort_cards(
    "my_cards",
    {
        "photos": t("Which photos show a cat?"),
        "bus": t("A brake of the school bus is worn. May the bus drive?"),
        "team": t("Which child may not play along any more?"),
    },
    {"model": t("The model may decide"), "human": t("A human decides")},
)

# %% try
my_cards = {"model": [], "human": []}

# %% [markdown]
# <details>
# <summary>Where do they belong?</summary>
#
# The photos: the model may. A mistake is small. Bus and child: a human decides, since somebody can be hurt.
#
# </details>

# %% [markdown] phase="modify"
# ## Modify
#
# Change the cut, and run again each time:
#
# 1. Give only 10 fruits to the model: `fruits[:10]`.
# 2. Let training and test overlap: `fruits[:100]` and `fruits[60:]`. Why is the number so good?
# 3. Take only 3 fruits for the test. Would you trust this number?

# %% try
train, test = fruits[:90], fruits[90:]
print(count_right(train, test), "/", len(test))

# %% [markdown] phase="make"
# ## Make
#
# Think of a machine that predicts something for your school, a garden or the souk.
# Write its safety card. No names of people are needed. You may draw it on paper too.

# %%
reflect(
    "safety_card",
    {
        "predicts": t("What does it predict?"),
        "examples": t("Which examples does it get? Who must not be missing?"),
        "exam": t("How do you test it honestly?"),
        "human": t("What does a human decide?"),
    },
    prompt=t("Safety card"),
)

# %% try
safety_card = {"predicts": "", "examples": "", "exam": "", "human": ""}

# %% [markdown]
# ## Five questions for yourself
#
# Answer each one aloud or on paper. Then open it.
#
# <details>
# <summary>A model compares with the nearest example. What is its prediction?</summary>
#
# The name of that example. No rule is needed.
#
# </details>
#
# <details>
# <summary>Are more examples always better?</summary>
#
# Mostly, but not always. It matters which ones they are.
#
# </details>
#
# <details>
# <summary>A model is right for 15 of 20 fruits. What do you ask next?</summary>
#
# Which ones are wrong? Maybe they all belong to one group that had no examples.
#
# </details>
#
# <details>
# <summary>Why must exam and training have no fruit in common?</summary>
#
# The model was given the names of the training fruits. Only new fruits show what it can do.
#
# </details>
#
# <details>
# <summary>When does a human decide, and not a model?</summary>
#
# When a mistake can hurt somebody. A human can listen, explain and answer for it.
#
# </details>
