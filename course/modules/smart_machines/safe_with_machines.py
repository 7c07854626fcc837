# %% [markdown]
# # What I never tell a chatbot
#
# About 40 minutes.
#
# ![A card. On its left a speech bubble. On its right six small pictures are crossed out: a name badge, a house, a phone, a key, a camera and a heart.](figures/never_tell_card.svg)
#
# A chatbot writes answers, day and night. Often it writes a question, too.
# But where do your words go? Today you look inside.

# %% [markdown] phase="predict"
# ## Predict
#
# This is a very small chatbot. It always answers the same.
# Before it answers, it does something else. Can you find the line?

# %%
from ailab import t

stored = []


def chatbot(message):
    stored.append(message)
    return t("How interesting! Tell me more.")

# %% [markdown]
# Somebody sends three messages. What does `stored` hold afterwards?

# %%
from ailab.activities import quiz

quiz(
    "my_guess",
    t("What does `stored` hold after three messages?"),
    {
        "nothing": t("nothing"),
        "last": t("only the last message"),
        "all": t("all three messages"),
    },
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Send the messages, then look into `stored`. Were you right?

# %%
chatbot(t("How much water does a palm need?"))
chatbot(t("I am alone at home today."))
chatbot(t("My passphrase is a secret. Here it is."))

# %%
stored

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### Messages are stored
#
# The chatbot said nothing about it, but every message is still there. Real chatbots work on a computer far away.
# What you send is stored there. Others can read it, and it may be used as an example for the next model.
#
# What is once sent cannot be fetched back. So we choose **before** we send.
#
# ### My card: what I never tell a chatbot
#
# Copy this card and hang it up, or carry it with you.
#
# - My full name and my age.
# - Where I live, where my school is, where I am now.
# - My phone number.
# - My passwords, not even for a test.
# - Photos and voices of me, my friends or my family.
# - What hurts me or what is secret. For this I choose a person I trust.
#
# And if the chatbot asks for it? It stays **no**. If a message frightens you, show it to an adult you trust.
#
# ### Ask without telling
#
# Nearly every question works without private things.
#
# | Better not | Better |
# |---|---|
# | I live beside the school in the blue house. Which bus goes to the market? | How do I find the right bus in a town? |
# | Here is my photo. Am I ill? | I ask an adult or a doctor. |
# | Here is my passphrase. Is it strong? | What makes a passphrase strong? |
#
# And remember: a chatbot predicts words. They may be wrong. Ask a second source.

# %%
quiz(
    "my_choice",
    t("You want a story about a hero. What can you tell the chatbot?"),
    {
        "hero": t("The hero is a robot called Tiko."),
        "street": t("The hero lives in my street, at number 12."),
        "friend": t("The hero looks like my friend. Here is a photo."),
    },
)

# %% try
my_choice = None

# %% [markdown]
# ### A key made of words
#
# ![A padlock that four words hold shut. Beside it: a card with a house, a key and a photo, all behind a closed eye.](figures/safe_passphrase.svg)
#
# A **password** is a key. A **passphrase** is a long password, made of several words.
# Programs of thieves try one key after the other, a million in a second.
#
# Four digits: how many different keys are there? `**` multiplies a number by itself, here four times 10.

# %%
10 ** 4

# %% [markdown]
# That takes less than a second. Now four words, each drawn at random from a list of 5000 words.
# How many years would it take to try them all?

# %%
keys = 5000 ** 4
seconds = keys / 1_000_000
years = seconds / 60 / 60 / 24 / 365
round(years)

# %% [markdown]
# Long beats complicated. And four words that do not belong together are easy to remember: make a funny picture of them.
#
# ### A rule for passphrases
#
# `split` cuts a text into words. `len` counts them. `in` asks whether a word stands there.

# %%
words = "zellij tram mango oud".split()
print(words)
print(len(words))
print(len(words) >= 4)
print("tiko" in words)

# %% [markdown]
# `>=` means: at least. `not in` asks the opposite of `in`. With `and`, both must be true.

# %%
def is_good(words):
    return len(words) >= 2 and "tiko" not in words


print(is_good(["zellij", "tram"]))
print(is_good(["zellij", "tiko"]))

# %% [markdown] phase="modify"
# ## Modify
#
# Make the rule stricter, one step at a time:
#
# 1. At least three words.
# 2. The word `"robot"` must not stand there either.
# 3. Find a list that your rule refuses.

# %% try
def is_good(words):
    return len(words) >= 2 and "tiko" not in words


is_good(["mango", "oud", "robot"])

# %% [markdown] phase="make"
# ## Make
#
# Make a passphrase for the robot Tiko. Open a book four times without looking, and put your finger on a word.
# Write the four words here, in small letters.
#
# It is only for practice. Your real passphrases stand in no notebook: you make them the same way, and keep them to yourself.

# %% try
passphrase = "zellij tram mango oud"
words = passphrase.split()
len(words) >= 4 and "tiko" not in words

# %% [markdown]
# ## Five questions for yourself
#
# Answer each one aloud or on paper. Then open it.
#
# <details>
# <summary>What is a program?</summary>
#
# A list of commands, in order. A machine follows it and nothing else.
#
# </details>
#
# <details>
# <summary>A robot looks down. You say: turn left. Where does it look now?</summary>
#
# To your right. Left is always the robot's own left.
#
# </details>
#
# <details>
# <summary>What do you ask to find out whether a machine is AI?</summary>
#
# Rules or examples? When it uses a model that was given examples, we call it AI.
#
# </details>
#
# <details>
# <summary>Name three things that you never tell a chatbot.</summary>
#
# For instance: where you live, your passwords, photos of you and of others.
#
# </details>
#
# <details>
# <summary>What makes a passphrase strong?</summary>
#
# At least four words, drawn at random, none of them your name. And nobody else hears it.
#
# </details>
