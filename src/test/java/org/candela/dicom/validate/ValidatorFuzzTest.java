package org.candela.dicom.validate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.Fuzz;
import org.candela.Mutator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorFuzzTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-validate.findings~1]
    @Test
    void whateverIsInAFileThereIsAnAnswerSoon() throws Exception {
        List<Fuzz.Seed> seeds = List.of(
                new Fuzz.Seed("image", Files.readAllBytes(ValidFiles.write(ValidFiles.image(), folder))),
                new Fuzz.Seed("frames", Files.readAllBytes(ValidFiles.write(ValidFiles.enhanced(), folder))));

        Fuzz.slice("dicom.validate", 2000).run(seeds, Mutator::mutated, (input, random) -> Validator.validate(input));
    }
}
