package org.candela.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.PartFolder;
import org.candela.net.web.WebEndpoint;
import org.candela.net.web.WebTransport;

/** Fetches one study again and again, each object into a file under a name of its own, in a folder cleared between. */
final class StudyFetch implements Ours.Work {
    private final Uid study;
    private final Path folder;
    private final Keeping keeping;
    private final DicomWebClient client;
    private final AtomicLong received = new AtomicLong();

    /** How an object is kept. */
    enum Keeping {
        WRITTEN,
        FORCED
    }

    StudyFetch(URI uri, Path folder, Keeping keeping, ExecutorService threads) throws CandelaException {
        this.study = new Uid(uri.getPath().replaceFirst(".*/", ""));
        this.folder = folder;
        this.keeping = keeping;
        HttpClient http =
                WebTransport.client(TlsTrust.standard(), HttpClient.Builder.NO_PROXY, threads, Clock.systemUTC());
        this.client = new DicomWebClient(WebEndpoint.of(uri.resolve("/")), http)
                .reporting((direction, bytes) -> received.addAndGet(bytes));
    }

    /** Bytes of the answer. */
    @Override
    public long once() throws CandelaException {
        received.set(0);
        int[] count = {0};
        client.retrieveStudy(study, new PartFolder(folder, file -> keep(file, count[0]++)), new Cancellation());
        return received.get();
    }

    private void keep(Path file, int number) {
        try {
            if (keeping == Keeping.FORCED) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(file, folder.resolve(number + ".dcm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void clear() throws IOException {
        for (Path file : HeaderFiles.below(folder)) {
            Files.delete(file);
        }
    }
}
