package org.candela.calibration.device.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.ReadingTakenBack;
import org.candela.calibration.device.Typist.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPhotometerTest {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final TypedPhotometer meter = new TypedPhotometer(
            question -> {
                asked.add(question.number() + ": " + question.problem());
                return answer();
            },
            TypedPhotometer.Meter.of("Konica Minolta", "LS-150", "1234567"));

    private Answer answer() {
        String typed = answers.poll();
        if (typed == null) {
            return new Answer.GivenUp();
        }
        return typed.equals("back") ? new Answer.TakeBack() : new Answer.Typed(typed);
    }

    // [utest->req~device.typed-reading~1]
    @ParameterizedTest
    @CsvSource({"0.53, 0.53", "' 0.53 ', 0.53", "0, 0", "420, 420", "10000, 10000", "1234.5, 1234.5", "007.10, 7.1"})
    void plainNumbersAreLuminances(String typed, double expected) {
        assertEquals(new TypedReading.Value(new Luminance(expected)), TypedReading.parse(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,53 | Type a point before the decimals",
                "1,234 | Type a point before the decimals",
                "1,234.5 | Type a point before the decimals",
                "'' | Type the number that the meter shows",
                "'   ' | Type the number that the meter shows",
                "-0.5 | Light is not negative",
                "−0.5 | Light is not negative",
                "1e9 | without unit or exponent",
                "0.53 cd/m2 | without unit or exponent",
                ".5 | digits and one point",
                "5. | digits and one point",
                "1.2.3 | digits and one point",
                "NaN | digits and one point",
                "Infinity | digits and one point",
                "0x10 | digits and one point",
                "1 234 | digits and one point",
                "٤٢ | digits and one point",
                "123456789 | digits and one point",
                "42000 | is the point missing?"
            })
    void anythingElseIsRefusedWithWhatToDo(String typed, String whatToDo) {
        TypedReading.Refused refused = assertInstanceOf(TypedReading.Refused.class, TypedReading.parse(typed));

        assertTrue(refused.whatToDo().contains(whatToDo), refused.whatToDo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "en-US"})
    void theLanguageOfTheUserChangesNothing(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertEquals(new TypedReading.Value(new Luminance(1.5)), TypedReading.parse("1.5"));
            assertInstanceOf(TypedReading.Refused.class, TypedReading.parse("1,5"));
        } finally {
            Locale.setDefault(before);
        }
    }

    // [utest->req~device.typed~1]
    @Test
    void readingsAreAskedForByNumberAndAgainWhenTheyAreNone() throws DeviceException {
        answers.addAll(List.of("0.53", "0,54", "0.54"));

        assertEquals(new Luminance(0.53), meter.read());
        assertEquals(new Luminance(0.54), meter.read());

        assertEquals("1: ", asked.get(0));
        assertEquals("2: ", asked.get(1));
        assertTrue(asked.get(2).startsWith("2: Type a point"), asked.get(2));
    }

    @Test
    void whoHasHadEnoughEndsIt() {
        assertEquals(
                "device.given-up",
                assertThrows(DeviceException.class, meter::read).code());
    }

    @Test
    void fiveAnswersThatAreNoneEndIt() {
        answers.addAll(List.of("a", "b", "c", "d", "e", "1.0"));

        DeviceException refusal = assertThrows(DeviceException.class, meter::read);

        assertEquals("device.unreadable", refusal.code());
        assertEquals(List.of("1.0"), List.copyOf(answers));
    }

    @Test
    void theMeterIsTypedOnceAndNamedInFull() {
        assertEquals("Konica Minolta LS-150 1234567", meter.identity().text());
        assertEquals(Photometer.Aim.TYPED_TELESCOPIC, meter.identity().aim());
        assertTrue(meter.identity().calibrationDue().isEmpty());
    }

    /** Room light is in the readings of a meter before the screen, and must not be added to them. */
    @Test
    void itsAimTellsWhetherItSeesTheRoom() {
        TypedPhotometer onTheScreen = new TypedPhotometer(
                question -> new Answer.GivenUp(),
                new TypedPhotometer.Meter("Gossen", "Mavo", "1", Photometer.Aim.CONTACT));

        assertTrue(meter.identity().aim().seesRoom());
        assertEquals(Photometer.Aim.TYPED_CONTACT, onTheScreen.identity().aim());
        assertFalse(onTheScreen.identity().aim().seesRoom());
    }

    // [utest->req~device.typed~1]
    @Test
    void aReadingThatIsTakenBackIsAskedForAgainUnderItsNumber() throws DeviceException {
        answers.addAll(List.of("0.53", "54", "back", "0.54"));
        assertEquals(new Luminance(0.53), meter.read());
        assertEquals(new Luminance(54), meter.read());

        assertThrows(ReadingTakenBack.class, meter::read);

        assertEquals(new Luminance(0.54), meter.read());
        assertEquals(List.of("1: ", "2: ", "3: ", "2: "), asked);
    }

    // [utest->req~device.typed~1]
    @Test
    void beforeTheFirstReadingThereIsNoneToTakeBack() throws DeviceException {
        answers.addAll(List.of("back", "0.53"));

        assertEquals(new Luminance(0.53), meter.read());
        assertTrue(asked.get(1).startsWith("1: There is no reading before"), asked.get(1));
    }

    // [utest->req~device.typed-source~1]
    @Test
    void typedReadingsAreAlwaysWithinReachAndTheirMeterMustBeNamed() throws DeviceException {
        MeterShelf shelf = new MeterShelf(List.of(new TypedMeters(question -> new Answer.Typed("7"))));
        MeterShelf.Found found = shelf.look(new Cancellation());
        ChosenMeter named = new ChosenMeter("typed", "Gossen", "Mavo", "1", Optional.of(Photometer.Aim.CONTACT));

        assertEquals("typed", found.meters().get(0).id());
        assertEquals(
                new Luminance(7),
                shelf.open(named.in(found).orElseThrow(), new Cancellation()).read());
        AttachedMeter unnamed =
                new ChosenMeter("typed", "", "", "", Optional.empty()).in(found).orElseThrow();
        assertEquals(
                "device.unsupported",
                assertThrows(DeviceException.class, () -> shelf.open(unnamed, new Cancellation()))
                        .code());
    }

    @Test
    void aMeterWithoutASerialNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TypedPhotometer.Meter.of("Konica Minolta", "LS-150", " "));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TypedPhotometer.Meter("A", "B", "C", Photometer.Aim.INTERNAL));
    }
}
