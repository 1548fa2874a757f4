/**
 * Files that lie sealed on the disk and read as if they did not: chunks of AES-256-GCM behind a file system of {@code java.nio}.
 *
 * <p>Whoever has a {@link java.nio.file.Path} of it reads and writes as always; only {@link java.nio.file.Path#toFile} is not
 * there, so that nothing passes by the seal.
 *
 * <p>May use: base, vault.
 *
 * <pre>{@code
 * SealedFileSystem files = SealedFileSystem.under(() -> SealingKey.of(door.key()));
 * Path file = files.at(folder).resolve("object.dcm");
 * Files.write(file, bytes);
 * }</pre>
 */
@NullMarked
package org.candela.vault.file;

import org.jspecify.annotations.NullMarked;
