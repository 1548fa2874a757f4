package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candela.net.web.QidoQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~study.prior.search~1]
class PatientQueriesTest {
    private static Patient patient(String id, String name, Optional<LocalDate> born) {
        return new Patient(id, "", name, born, "F");
    }

    @ParameterizedTest
    @CsvSource({
        "MUELLER^ANNA, M*LL*R*",
        "Müller^Anna, M*LL*R*",
        "O'Brien^Sean, *BR*N*",
        "DOE^J, D*",
        "'', ''",
        "山田^太郎, *"
    })
    void aNameIsAskedForByItsConsonants(String name, String pattern) {
        assertEquals(pattern, PatientQueries.pattern(name));
    }

    @Test
    void byIdAndByNameWithBirthDate() {
        List<QidoQuery> queries =
                PatientQueries.of(patient("7", "MUELLER^ANNA", Optional.of(LocalDate.of(1961, 2, 3))));

        assertEquals(2, queries.size());
        assertTrue(queries.get(0).matches().containsValue("7"));
        assertTrue(queries.get(1).matches().containsValue("19610203"));
    }

    @Test
    void neverByAFewLettersOrWithoutABirthDate() {
        assertEquals(
                1,
                PatientQueries.of(patient("7", "DOE^J", Optional.of(LocalDate.of(1961, 2, 3))))
                        .size());
        assertEquals(
                1,
                PatientQueries.of(patient("7", "MUELLER^ANNA", Optional.empty()))
                        .size());
        assertEquals(List.of(), PatientQueries.of(patient("", "MUELLER^ANNA", Optional.empty())));
    }
}
