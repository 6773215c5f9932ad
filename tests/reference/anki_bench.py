#!/usr/bin/env python3
"""Anki's own backend on 10,000 cards and 100,000 reviews: milliseconds as JSON, for `cargo xtask bench review`.

    anki_bench.py COLLECTION

makes the collection if it is not there yet, measures, and prints. The cards, the reviews over ten years and the words are
as in crates/app/benches/scale. Needs the package `anki`.
"""

import json
import os
import sys
import time

from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer

CARDS = 10_000
REVIEWS = 100_000
DUE = 100
WORDS = """I we team decided moved refunds ledger behind a flag because the queue replayed and customer would be paid
    twice before month end so two options went to payments orders leads chose launch date risk metric owner incident
    rollback latency budget partner contract quarter dependency escalated cut scope shipped measured""".split()
SEARCHES = ["marker4321", "marker7*", "escalated", "rollback", "ledger"]
TEN_YEARS_MS = 10 * 365 * 86_400_000


def scatter(number):
    mixed = (number + 1) * 6_364_136_223_846_793_005 % 2**64
    return ((mixed << 29 | mixed >> 35) % 2**64) >> 8


def said(number):
    words = " ".join(WORDS[scatter(number * 31 + place) % len(WORDS)] for place in range(30))
    return f"Take marker{number}. {words}"


def fill(path):
    col = Collection(path)
    col.set_config("fsrs", True)
    deck = col.decks.id("Default")
    config = col.decks.config_dict_for_deck_id(deck)
    config["rev"]["perDay"] = 9999
    col.decks.update_config(config)
    notetype = col.models.by_name("Basic")
    for number in range(CARDS):
        note = col.new_note(notetype)
        # All ten tellings of an answer, so that as many words are looked through.
        note["Front"] = f"Tell me about risk {number} that you found before it hurt anyone."
        note["Back"] = "<br>".join(said(number + CARDS * take) for take in range(REVIEWS // CARDS))
        col.add_note(note, deck)
    cards = col.db.list("select id from cards order by id")
    today = col.sched.today
    now = int(time.time() * 1000)
    data = json.dumps({"s": 123.4568, "d": 5.432, "dr": 0.9, "lrt": now // 1000 - 100 * 86_400})
    for number, card in enumerate(cards):
        days = 0 if number % (CARDS // DUE) == 0 else 1 + scatter(number) % 730
        col.db.execute(
            "update cards set type = 2, queue = 2, due = ?, ivl = 100, factor = 2500, reps = ?, data = ? where id = ?",
            today + days, REVIEWS // CARDS, data, card,
        )
    step = TEN_YEARS_MS // REVIEWS
    rows = [
        (now - (REVIEWS - number) * step, cards[number % CARDS], -1, 1 if scatter(number) % 10 == 0 else 3,
         365, 365, 2500, 60_000, 1)
        for number in range(REVIEWS)
    ]
    col.db.executemany("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    col.close()


def measure(path):
    times = {}

    def timed(what, work):
        began = time.perf_counter()
        result = work()
        times.setdefault(what, []).append((time.perf_counter() - began) * 1e3)
        return result

    # The queue is built once after each opening.
    for turn in range(10):
        if turn > 0:
            col.close()
        col = timed("open", lambda: Collection(path))
        timed("queue", lambda: col.sched.get_queued_cards(fetch_limit=1))
    for _ in range(10):
        for words in SEARCHES:
            timed("search", lambda: col.find_cards(words))
    for what, days in (("year", 365), ("ten years", 3650)):
        for _ in range(20):
            timed(what, lambda: col._backend.graphs(search="", days=days))
    # Only the card on top can be answered. Each run takes some of those that are due, then lets them be due again.
    answered = []
    while queue := col.sched.get_queued_cards(fetch_limit=1).cards:
        card = col.get_card(queue[0].card.id)
        card.start_timer()
        answer = col.sched.build_answer(card=card, states=queue[0].states, rating=CardAnswer.GOOD)
        timed("answer", lambda: col._backend.answer_card(answer))
        answered.append(card.id)
    for card in answered:
        col.db.execute("update cards set queue = 2, type = 2, due = ? where id = ?", col.sched.today, card)
    col.close()
    print(json.dumps(times))


if __name__ == "__main__":
    path = sys.argv[1]
    if not os.path.exists(path):
        making = path.replace(".anki2", "-filling.anki2")
        if os.path.exists(making):
            os.remove(making)
        fill(making)
        os.rename(making, path)
    measure(path)
