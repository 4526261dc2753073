"""A light reading of English news sentences: who does what to whom.

``classes`` and ``persons`` say what a word may be, ``tagging`` what it is in its sentence,
``phrases`` groups nouns, ``elements`` verbs with their auxiliaries, ``subjects`` and ``frames`` tie
the ones to the others, ``descriptions`` finds what names are said to be, ``acts`` turns what is put
in different ways into the same, and ``reading`` puts the first six together. It goes by word lists,
endings and neighbours: it is asked for nothing finer than subjects, objects and appositions.
"""

from summarizer.text.syntax.persons import person_noun as person_noun
