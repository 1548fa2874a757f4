package org.candela.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a demo facility does wrong on purpose, until told otherwise. Safe from any thread. */
public final class DemoFaults implements AutoCloseable {
    private final Map<Service, Fault> faults = new EnumMap<>(Service.class);
    private final Map<Service, Duration> delays = new EnumMap<>(Service.class);
    private final Map<Service, Integer> requests = new EnumMap<>(Service.class);
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What can fail. */
    public enum Service {
        QUERY,
        RETRIEVE,
        STORE,
        REPORT
    }

    /** How it fails. */
    public enum Fault {
        NONE,
        /** HTTP status 500; for a report, the acknowledgement AE. */
        SERVER_ERROR,
        /** Half of the answer, then the connection ends. */
        HALF_ANSWER,
        /** An answer that looks finished but lacks its closing boundary; for a report, an ACK of another message. */
        WRONG_END,
        /** The connection ends without an answer. */
        HANG_UP,
        /** The request is taken and never answered, until the facility closes. */
        SILENCE
    }

    /** From now on {@code service} fails like this. */
    public synchronized void inject(Service service, Fault fault) {
        faults.put(service, fault);
    }

    /** From now on {@code service} answers this much later. */
    public synchronized void delay(Service service, Duration delay) {
        delays.put(service, delay);
    }

    /** All is well again. */
    public synchronized void clear() {
        faults.clear();
        delays.clear();
    }

    /** Waits until {@code service} has been asked {@code times} times in all; whether that came within {@code patience}. */
    public synchronized boolean awaitRequests(Service service, int times, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (requests.getOrDefault(service, 0) < times) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** How often {@code service} has been asked. */
    public synchronized int requests(Service service) {
        return requests.getOrDefault(service, 0);
    }

    /** Ends every silence and delay. */
    @Override
    public void close() {
        closing.countDown();
    }

    synchronized Fault of(Service service) {
        return faults.getOrDefault(service, Fault.NONE);
    }

    private synchronized Duration delayOf(Service service) {
        return delays.getOrDefault(service, Duration.ZERO);
    }

    /** Counts a request, then waits out the delay, or the silence, of the service; whether the facility is closing. */
    boolean await(Service service) throws InterruptedException {
        count(service);
        if (of(service) == Fault.SILENCE) {
            closing.await();
        }
        return closing.await(delayOf(service).toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void count(Service service) {
        requests.merge(service, 1, Integer::sum);
        notifyAll();
    }
}
