package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private final List<Integer> reached = new ArrayList<>();
    private final Frontier<Integer> frontier = new Frontier<>(reached::add);

    @Test
    void reachesAPositionAtOnceWhenNothingIsOpen() {
        frontier.then(1);

        assertThat(reached).containsExactly(1);
    }

    @Test
    void waitsForTheOldest() {
        var first = open(1);
        var second = open(2);
        second.succeed();
        assertThat(reached).isEmpty();
        first.succeed();
        assertThat(reached).containsExactly(1, 2);
    }

    @Test
    void neverPassesAFailure() {
        var first = open(1);
        var second = open(2);
        var third = open(3);
        third.succeed();
        second.fail();
        first.succeed();
        frontier.then(4);

        assertThat(reached).containsExactly(1);
        assertThat(frontier.isBroken()).isTrue();
    }

    @Test
    void saysNothingWhenAbandoned() {
        var first = open(1);
        frontier.abandon();
        first.succeed();
        frontier.then(2);

        assertThat(reached).isEmpty();
    }

    @RepeatedTest(50)
    void reachesEveryPositionOnceAndInOrderWhateverTheOrderOfTheEnds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Frontier<Integer>.Ticket> open = new ArrayList<>();
        int messages = random.nextInt(30);
        int failing = random.nextInt(60);
        for (int i = 0; i < messages; i++) {
            open.add(open(i));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int i : order) {
            if (i == failing) {
                open.get(i).fail();
            } else {
                open.get(i).succeed();
            }
        }
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < Math.min(messages, failing); i++) {
            expected.add(i);
        }
        assertThat(reached).isEqualTo(expected);
    }

    private Frontier<Integer>.Ticket open(int position) {
        return frontier.open(position);
    }
}
