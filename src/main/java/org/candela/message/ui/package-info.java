/**
 * Messages of facilities beside the list: a line that counts what is unread, and behind its key the messages themselves.
 *
 * <p>May use: message, ui, base.
 *
 * <pre>{@code
 * MessagesView view = MessagesView.over(worklist, new MessagesViewModel(messages, threads, seat));
 * bus.register(Command.titled(words, "messages.open", view::open));
 * }</pre>
 */
@NullMarked
package org.candela.message.ui;

import org.jspecify.annotations.NullMarked;
