# %% [markdown]
# # Rules or examples?
#
# About 40 minutes.
#
# ![Two boxes. In the left one lies a list of rules. In the right one lies a heap of pictures. Between them: a lamp, a robot and a speech bubble.](figures/two_boxes.svg)
#
# Everybody talks about AI. But what is it? And is a lamp AI, too?
# Today you get a question that helps with every machine: **rules or examples?**

# %% [markdown] phase="predict"
# ## Predict
#
# ![Left: day, the sun shines and the street lamp is off. Right: night, the moon shines and the street lamp is on.](figures/lamp_rule.svg)
#
# A street lamp measures how bright it is, from 0 to 100. A person wrote its rule:
# **below 20, the lamp is on.**
#
# In the evening it measures 20. What does the lamp do?

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("It measures 20. What does the lamp do?"),
    {"on": t("It is on."), "off": t("It is off.")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Here is the rule in Python. `True` means yes, the lamp is on. `False` means no.

# %%
def lamp_is_on(brightness):
    return brightness < 20


lamp_is_on(20)

# %% [markdown]
# 20 is not below 20, so the lamp is off. A machine follows its rule to the letter,
# even when somebody stands in the dark.

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### What a machine measures
#
# People have eyes and ears. A machine has **sensors**: parts that measure something.
#
# | You | A machine |
# |---|---|
# | eye | camera, light sensor |
# | ear | microphone |
# | hand | touch sensor |
#
# Our robot has a sensor for walls. It gives `True` or `False`, nothing more.

# %%
from ailab import simulate


def program(robot):
    robot.say(robot.wall_ahead())
    robot.forward(4)
    robot.say(robot.wall_ahead())


simulate(program, "first_steps")

# %% [markdown]
# ### When nobody can write the rule
#
# Now another machine: it looks at a leaf. Is it from an olive tree, or is it mint?
# Try to write a rule. Longer than 5 centimeters? Some mint leaves are long, too.
#
# So people take another way: they collect **examples**. Each one has a length, a width in millimeters, and its name.

# %%
examples = [
    [60, 12, "olive"],
    [55, 10, "olive"],
    [64, 14, "olive"],
    [40, 25, "mint"],
    [45, 30, "mint"],
    [36, 22, "mint"],
]

# %% [markdown]
# The program below compares a new leaf with every example. The most similar one gives its name.
# You need not read it. Look at what comes out.

# %%
def predict_leaf(length, width):
    # How different is this leaf from an example?
    def difference(example):
        return abs(example[0] - length) + abs(example[1] - width)

    return min(examples, key=difference)[2]


predict_leaf(58, 11)

# %% [markdown]
# Nowhere does it say: "long and narrow means olive". Nobody wrote this rule. It comes from the examples.
#
# Examples together with such a program are a **model**. A model was given examples, and it **predicts**.
# Machines that use a model are what we call **AI**, artificial intelligence.
#
# ### A model can be wrong
#
# This leaf is from a young olive tree: 20 millimeters long, 6 wide. What does the model predict?

# %%
predict_leaf(20, 6)

# %% [markdown]
# Wrong! It was never given a small olive leaf. A model is only as good as its examples.
# So people check what it predicts, and people answer for it.
#
# ### AI around you
#
# | Machine | It was given | It predicts |
# |---|---|---|
# | voice typing on a phone | many voices | which words were said |
# | plant app | many photos of leaves | which plant it is |
# | chatbot | millions of texts | which word comes next |
# | calculator | no examples: a person wrote its rules | nothing: it calculates |
# | washing machine | no examples: a person wrote its steps | nothing: it follows them |
#
# ### Words that fit
#
# A machine is not a person. Some words make us forget that.
#
# | Better not | Better |
# |---|---|
# | The robot wants to water the palm. | The program lets the robot water the palm. |
# | The chatbot knows the answer. | The chatbot predicts words that fit together. |
# | The app thinks that it is mint. | The model predicts mint. |
#
# Three cards for you: AI or not?

# %%
from ailab.activities import sort_cards

sort_cards(
    "my_cards",
    {
        "doorbell": t("A doorbell rings when somebody presses the button."),
        "translator": t("A translator was given many texts in two languages."),
        "fridge": t("A fridge cools when it is warmer than 5 degrees."),
    },
    {"ai": t("AI"), "not_ai": t("Not AI")},
)

# %% try
my_cards = {"ai": [], "not_ai": []}

# %% [markdown]
# <details>
# <summary>Where do they belong?</summary>
#
# The translator is AI: it was given examples. Doorbell and fridge follow a rule.
#
# </details>

# %% [markdown] phase="modify"
# ## Modify
#
# Give the model one more example: the small olive leaf. Then let it predict again.
#
# 1. Take away the `#` in the second line and run the cell.
# 2. Add a small mint leaf: 18 long, 12 wide.
# 3. Which leaf would still be predicted wrong? Try some numbers.

# %% try
more = []
# more = [[22, 6, "olive"]]
examples = examples + more
predict_leaf(20, 6)

# %% [markdown] phase="make"
# ## Make
#
# Invent a machine that helps in the souk, at home or in a garden.
# Draw it on paper. Then fill in its card. No names of people are needed.

# %%
from ailab.activities import reflect

reflect(
    "my_machine",
    {
        "help": t("What does your machine do for people?"),
        "sensors": t("Which sensors does it have?"),
        "way": t("Does it follow rules, or was it given examples? Of what?"),
    },
    prompt=t("My machine"),
)

# %% try
my_machine = {"help": "", "sensors": "", "way": ""}

# %% [markdown]
# Show your card to a neighbor. Would they say "AI" or "not AI"? And why?
#
# You can now tell rules from examples. Next: what you never tell a machine.
