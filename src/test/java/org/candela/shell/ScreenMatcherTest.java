package org.candela.shell;

import static org.candela.shell.ScreenRole.DIAGNOSTIC_LEFT;
import static org.candela.shell.ScreenRole.DIAGNOSTIC_RIGHT;
import static org.candela.shell.ScreenRole.DIAGNOSTIC_THIRD;
import static org.candela.shell.ScreenRole.SPARE;
import static org.candela.shell.ScreenRole.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candela.base.ScreenId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

// [utest->req~shell.roles~1]
class ScreenMatcherTest {
    private static final DeskScreen LEFT = screen("A", 0, 1536, 2048);
    private static final DeskScreen RIGHT = screen("B", 1536, 1536, 2048);
    private static final DeskScreen WIDE = primary("W", 3072, 1920, 1080);
    private static final DeskScreen WIDE_LEFT = screen("V", -1920, 1920, 1080);
    private static final DeskScreen FIVE_MEGAPIXELS = screen("M", 5000, 2048, 2560);

    static Stream<Arguments> desks() {
        return Stream.of(
                Arguments.of("no monitor", List.of(), Map.of(), Map.of()),
                Arguments.of("one", List.of(WIDE), Map.of(), Map.of(WIDE, WORK)),
                Arguments.of("one portrait", List.of(LEFT), Map.of(), Map.of(LEFT, WORK)),
                Arguments.of("two", List.of(WIDE, LEFT), Map.of(), Map.of(WIDE, WORK, LEFT, DIAGNOSTIC_LEFT)),
                Arguments.of(
                        "two wide: the primary is for work",
                        List.of(WIDE_LEFT, WIDE),
                        Map.of(),
                        Map.of(WIDE, WORK, WIDE_LEFT, DIAGNOSTIC_LEFT)),
                Arguments.of(
                        "three",
                        List.of(RIGHT, WIDE, LEFT),
                        Map.of(),
                        Map.of(WIDE, WORK, LEFT, DIAGNOSTIC_LEFT, RIGHT, DIAGNOSTIC_RIGHT)),
                Arguments.of(
                        "four: all upright ones are for images, from left to right",
                        List.of(RIGHT, WIDE, LEFT, FIVE_MEGAPIXELS),
                        Map.of(),
                        Map.of(
                                WIDE,
                                WORK,
                                LEFT,
                                DIAGNOSTIC_LEFT,
                                RIGHT,
                                DIAGNOSTIC_RIGHT,
                                FIVE_MEGAPIXELS,
                                DIAGNOSTIC_THIRD)),
                Arguments.of(
                        "a third that was not there before leaves left and right alone",
                        List.of(RIGHT, WIDE, LEFT, FIVE_MEGAPIXELS),
                        memory("B", DIAGNOSTIC_LEFT, "M", DIAGNOSTIC_RIGHT, "W", WORK),
                        Map.of(
                                WIDE,
                                WORK,
                                RIGHT,
                                DIAGNOSTIC_LEFT,
                                FIVE_MEGAPIXELS,
                                DIAGNOSTIC_RIGHT,
                                LEFT,
                                DIAGNOSTIC_THIRD)),
                Arguments.of(
                        "a wide one that the reader took for images",
                        List.of(RIGHT, WIDE, LEFT, WIDE_LEFT),
                        memory("V", DIAGNOSTIC_THIRD),
                        Map.of(
                                WIDE,
                                WORK,
                                LEFT,
                                DIAGNOSTIC_LEFT,
                                RIGHT,
                                DIAGNOSTIC_RIGHT,
                                WIDE_LEFT,
                                DIAGNOSTIC_THIRD)),
                Arguments.of(
                        "work screen away: the last of three lends its place",
                        List.of(LEFT, RIGHT, FIVE_MEGAPIXELS),
                        memory("A", DIAGNOSTIC_LEFT, "B", DIAGNOSTIC_RIGHT, "M", DIAGNOSTIC_THIRD, "W", WORK),
                        Map.of(LEFT, DIAGNOSTIC_LEFT, RIGHT, DIAGNOSTIC_RIGHT, FIVE_MEGAPIXELS, WORK)),
                Arguments.of(
                        "four: the second wide one is spare",
                        List.of(RIGHT, WIDE, LEFT, WIDE_LEFT),
                        Map.of(),
                        Map.of(WIDE, WORK, LEFT, DIAGNOSTIC_LEFT, RIGHT, DIAGNOSTIC_RIGHT, WIDE_LEFT, SPARE)),
                Arguments.of(
                        "memory wins over shape",
                        List.of(LEFT, RIGHT, WIDE),
                        memory("A", WORK, "W", DIAGNOSTIC_LEFT),
                        Map.of(LEFT, WORK, WIDE, DIAGNOSTIC_LEFT, RIGHT, DIAGNOSTIC_RIGHT)),
                Arguments.of(
                        "left and right are the user's, not the cable's",
                        List.of(LEFT, RIGHT, WIDE),
                        memory("A", DIAGNOSTIC_RIGHT, "B", DIAGNOSTIC_LEFT, "W", WORK),
                        Map.of(LEFT, DIAGNOSTIC_RIGHT, RIGHT, DIAGNOSTIC_LEFT, WIDE, WORK)),
                Arguments.of(
                        "work screen away: the right one lends its place",
                        List.of(LEFT, RIGHT),
                        memory("A", DIAGNOSTIC_LEFT, "B", DIAGNOSTIC_RIGHT, "W", WORK),
                        Map.of(LEFT, DIAGNOSTIC_LEFT, RIGHT, WORK)),
                Arguments.of(
                        "right one away: the left one stays left",
                        List.of(LEFT, WIDE),
                        memory("A", DIAGNOSTIC_LEFT, "B", DIAGNOSTIC_RIGHT, "W", WORK),
                        Map.of(LEFT, DIAGNOSTIC_LEFT, WIDE, WORK)),
                Arguments.of(
                        "left one away: the right one stays right",
                        List.of(RIGHT, WIDE),
                        memory("A", DIAGNOSTIC_LEFT, "B", DIAGNOSTIC_RIGHT, "W", WORK),
                        Map.of(RIGHT, DIAGNOSTIC_RIGHT, WIDE, WORK)),
                Arguments.of(
                        "a stranger takes the open place",
                        List.of(LEFT, FIVE_MEGAPIXELS, WIDE),
                        memory("A", DIAGNOSTIC_LEFT, "B", DIAGNOSTIC_RIGHT, "W", WORK),
                        Map.of(LEFT, DIAGNOSTIC_LEFT, FIVE_MEGAPIXELS, DIAGNOSTIC_RIGHT, WIDE, WORK)),
                Arguments.of(
                        "what the user set aside stays aside",
                        List.of(LEFT, RIGHT, WIDE),
                        memory("A", SPARE),
                        Map.of(LEFT, SPARE, RIGHT, DIAGNOSTIC_LEFT, WIDE, WORK)),
                Arguments.of("a spare one alone still works", List.of(LEFT), memory("A", SPARE), Map.of(LEFT, WORK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("desks")
    void everyDeskGetsItsRoles(
            String name,
            List<DeskScreen> screens,
            Map<ScreenId, ScreenRole> memory,
            Map<DeskScreen, ScreenRole> roles) {
        assertEquals(roles, roles(ScreenMatcher.match(screens, memory)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("desks")
    void theOrderInWhichMonitorsAreListedDoesNotMatter(
            String name,
            List<DeskScreen> screens,
            Map<ScreenId, ScreenRole> memory,
            Map<DeskScreen, ScreenRole> roles) {
        List<DeskScreen> reversed = new ArrayList<>(screens);
        Collections.reverse(reversed);

        assertEquals(ScreenMatcher.match(screens, memory), ScreenMatcher.match(reversed, memory));
    }

    @Test
    void ofTwoMonitorsThatCannotBeToldApartEachGetsARole() {
        DeskScreen twin = new DeskScreen(LEFT.id(), "twin", RIGHT.area(), 1, false);

        DeskPlan plan = ScreenMatcher.match(List.of(twin, LEFT, WIDE), memory("A", DIAGNOSTIC_LEFT));

        assertEquals(LEFT, plan.screenOf(DIAGNOSTIC_LEFT).orElseThrow());
        assertEquals(twin, plan.screenOf(DIAGNOSTIC_RIGHT).orElseThrow());
    }

    @Test
    void imagesShareTheWorkScreenOnlyWhenThereIsNoOther() {
        assertTrue(ScreenMatcher.match(List.of(WIDE), Map.of()).isShared());
        assertFalse(ScreenMatcher.match(List.of(WIDE, LEFT), Map.of()).isShared());
    }

    private static Map<DeskScreen, ScreenRole> roles(DeskPlan plan) {
        Map<DeskScreen, ScreenRole> roles = new java.util.HashMap<>();
        plan.placements().forEach(placement -> roles.put(placement.screen(), placement.role()));
        return roles;
    }

    private static Map<ScreenId, ScreenRole> memory(Object... idsAndRoles) {
        Map<ScreenId, ScreenRole> memory = new TreeMap<>();
        for (int i = 0; i < idsAndRoles.length; i += 2) {
            memory.put(new ScreenId((String) idsAndRoles[i]), (ScreenRole) idsAndRoles[i + 1]);
        }
        return memory;
    }

    private static DeskScreen screen(String id, double x, double width, double height) {
        return new DeskScreen(new ScreenId(id), id, new Area(x, 0, width, height), 1, false);
    }

    private static DeskScreen primary(String id, double x, double width, double height) {
        return new DeskScreen(new ScreenId(id), id, new Area(x, 0, width, height), 1, true);
    }
}
