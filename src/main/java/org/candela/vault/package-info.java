/**
 * The key store of a workstation: one random key for what must not lie in plain text, wrapped under the reader's passphrase.
 *
 * <p>May use: base.
 *
 * <pre>{@code
 * VaultDoor door = new VaultDoor(new Vault(paths.vault()), List.of(environment, keyring));
 * byte[] sealed = door.key().seal("north.password", secret);
 * }</pre>
 */
@NullMarked
package org.candela.vault;

import org.jspecify.annotations.NullMarked;
