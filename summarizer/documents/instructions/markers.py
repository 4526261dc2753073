"""Marks that only programs are given: tags, roles and headers of prompts."""

from __future__ import annotations

import re

TAG = (
    r"(?:system|sys|inst|instructions?|assistant|admin|prompt|developer|override|hidden|ai|llm|task"
    r"|command|(?:tool|function)_\w{1,12})"
)
# Attributes of an element that is not for the eyes of a reader.
HIDDEN = (
    r"[^<>]{0,80}(?:\b(?:for|to|audience|target|role|class|id|type)=[\"']?(?:ai|llm|bot|prompt"
    r"|assistant|hidden)s?\b|display: ?none|\bdata-(?:[a-z]+-)?(?:ai|llm|bot|prompt|instructions?"
    r"|system)\b)[^<>]{0,400}>"
)
_FORMS = (
    r"<\|[a-z_]{2,20}\|>|\[/?inst\]|<</?sys>>",
    rf"</?{TAG}(?:[ _-]\w+)?>|<\w{{1,12}} {HIDDEN}",
    rf"\[/?{TAG}(?: (?:message|prompt|note|override|update|instruction)s?)?\]",
    r"<!--.{8,}|\{\{ ?(?:tool|system|instruction|prompt|set_|call|assistant|user)",
    r"#{2,} ?(?:new |system |hidden )?(?:instructions?|system|prompt|task|override|response"
    r"|assistant|human|user)\b ?(?::|$|\n)",
    r"\{ ?\"(?:role|tool|function|name|action|instructions?|tool_calls?|system|command)\" ?: ?\"?",
    r"\b(?:begin|start|end)(?: of)? (?:the )?(?:system |hidden |new |secret |ai |llm )?"
    r"(?:prompt|instructions?|override)\b ?[-:=\]*]",
    r"^\W*(?:system|developer|admin|hidden|secret|ai|llm|model|new) (?:prompt|message|override"
    r"|instructions?|command|directive|note) ?[:=-]",
    r"^\W*system override\b",
    r"\b(?:developer|debug|god|maintenance|admin|dan) mode\b[^.]{0,20}"
    r"(?:enabled|activated|on\b|:)",
)
# "User:" alone may open a line of dialogue; what follows has to speak to a program too.
ROLE = re.compile(r"^\W*(?:system|assistant|user|human|ai|developer|prompt|override)\W{0,2}:\s*")
MARKERS = re.compile("|".join((*_FORMS, ROLE.pattern)))
