package org.candela.pitfall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every known pitfall has a test. */
class PitfallsTest {
    private static final int COUNT = 41;
    private static final Pattern NAME = Pattern.compile("pitfall(\\d\\d)[A-Z].*");
    private static final List<Class<?>> THEMES = List.of(
            ValuesPitfallsTest.class,
            WindowPitfallsTest.class,
            ColourPitfallsTest.class,
            EncodingPitfallsTest.class,
            GeometryPitfallsTest.class,
            SeriesPitfallsTest.class,
            UptakePitfallsTest.class,
            ScreenPitfallsTest.class,
            PresentationStatePitfallsTest.class,
            ShutterPitfallsTest.class);

    @Test
    void everyNumberFromOneToFortyOneIsTested() {
        Set<Integer> tested = THEMES.stream()
                .flatMap(theme -> List.of(theme.getDeclaredMethods()).stream())
                .filter(PitfallsTest::isTest)
                .map(method -> NAME.matcher(method.getName()))
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(IntStream.rangeClosed(1, COUNT).boxed().collect(Collectors.toCollection(TreeSet::new)), tested);
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }
}
