package org.candela.dicom.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadElement;
import org.candela.dicom.ReadListener;
import org.candela.dicom.ReadOptions;

/**
 * Checks files against PS3.3, PS3.5, PS3.6 and PS3.10: what the reader tolerated, and what it does not look at.
 *
 * <p>Knows the modules that all objects share and the pixel description; of the modules of each kind of image, of coded
 * terms and of structured reports it knows nothing. Codestreams are not decoded. Stateless; safe from any thread.
 */
// [impl->req~dicom-validate.findings~1]
public final class Validator {
    private static final int VALUE_BYTES = 1 << 20;
    private static final ReadOptions OPTIONS =
            ReadOptions.standard().keepingPrefix().withValuesInMemory(VALUE_BYTES);

    private static final List<ElementRule> OF_ELEMENTS =
            List.of(new DictionaryRule(), new GroupRule(), new UnitRule(), new CharacterSetRule(), new TextRule());
    private static final List<FileRule> OF_FILES = List.of(
            new MetaRule(),
            new ModuleRule(),
            new PixelDescriptionRule(),
            new PixelLengthRule(),
            new EncapsulationRule(),
            new FunctionalGroupRule());

    private Validator() {}

    /**
     * All that is found; of a damaged file in what stands before the damage, which is a finding itself.
     *
     * @throws IOException when the file cannot be opened or read
     */
    public static Validation validate(Path file) throws IOException {
        return validate(listener -> DicomReader.read(file, OPTIONS, listener));
    }

    /** The same for a file in memory. */
    public static Validation validate(byte[] file) throws IOException {
        return validate(listener -> DicomReader.read(file, "memory", OPTIONS, listener));
    }

    /** Reads a file, telling of its elements and faults. */
    private interface Source {
        DicomFile read(ReadListener listener) throws IOException, DicomFormatException;
    }

    private static Validation validate(Source source) throws IOException {
        Report report = new Report();
        Places places = new Places();
        try {
            DicomFile read = source.read(new Listener(places, report));
            OF_FILES.forEach(rule -> rule.check(read, places, report));
        } catch (DicomFormatException e) {
            report.error(e.offset(), e.tag(), e.problem());
        }
        return report.validation();
    }

    /** Applies the rules of elements while they are read. */
    private record Listener(Places places, Report report) implements ReadListener {
        @Override
        public void element(ReadElement element) {
            places.note(element);
            OF_ELEMENTS.forEach(rule -> rule.check(element, report));
        }

        @Override
        public void fault(long offset, int tag, String problem) {
            report.error(offset, tag, problem);
        }
    }
}
