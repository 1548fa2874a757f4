/**
 * DICOM data sets and files: reading and writing Part 10, the JSON model, character sets, the data dictionary.
 *
 * <p>Reading is lazy and bounded: pixel data stays in the file until asked for, and no length written in a file makes
 * the reader allocate more than the file holds. May use: base.
 *
 * <pre>{@code
 * DicomFile file = DicomReader.readHeader(path);
 * Optional<Uid> study = file.dataSet().uid(Tag.StudyInstanceUID);
 * List<Double> position = file.dataSet().numbers(Tag.ImagePositionPatient);
 * }</pre>
 */
@NullMarked
package org.candela.dicom;

import org.jspecify.annotations.NullMarked;
