"""The pace of one chat."""

from bot.chat.limits import Limits


def test_a_burst_is_let_through_and_then_one_with_each_interval() -> None:
    now = [100.0]
    limits = Limits(burst=3, every=2.0, clock=lambda: now[0])
    assert [limits.take(1) for _ in range(4)] == [True, True, True, False]
    assert limits.seconds_to_wait(1) == 2
    now[0] += 1.0
    assert not limits.take(1)
    assert limits.seconds_to_wait(1) == 1
    now[0] += 1.0
    assert [limits.take(1), limits.take(1)] == [True, False]
    now[0] += 1000.0
    assert [limits.take(1) for _ in range(4)] == [True, True, True, False]


def test_chats_do_not_share_a_bucket() -> None:
    limits = Limits(burst=1, every=60, clock=lambda: 0.0)
    assert [limits.take(1), limits.take(2), limits.take(1)] == [True, True, False]


def test_a_warning_is_due_now_and_then() -> None:
    now = [0.0]
    limits = Limits(warn_every=10, clock=lambda: now[0])
    assert [limits.is_due_a_warning(1) for _ in range(3)] == [True, False, False]
    assert limits.is_due_a_warning(2)
    now[0] = 10.0
    assert [limits.is_due_a_warning(1), limits.is_due_a_warning(1)] == [True, False]


def test_buckets_that_are_full_again_are_dropped() -> None:
    now = [0.0]
    limits = Limits(burst=2, every=1.0, clock=lambda: now[0])
    for chat in range(10_001):
        limits.take(chat)
    now[0] = 3.0
    limits.take(-1)
    assert limits.size() == 1
