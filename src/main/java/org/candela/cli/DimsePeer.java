package org.candela.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.Contexts;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.DimseException;
import org.candela.net.dimse.Inbox;
import org.candela.net.dimse.ServiceProvider;
import org.candela.net.dimse.ServiceUser;
import org.candela.net.dimse.ServiceUser.Model;
import org.candela.net.dimse.StorageClasses;
import org.candela.net.dimse.StorageUser;
import org.candela.net.dimse.TlsProfile;

/** A peer that speaks DIMSE; an association for each call. */
public final class DimsePeer implements NetPeer {
    private static final long MAX_OBJECT = 8L << 30;
    private static final List<Integer> LEVEL_UIDS =
            List.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID);
    private static final List<String> LEVELS = List.of("STUDY", "SERIES", "IMAGE");

    private final ApplicationEntity entity;
    private final DimseEndpoint endpoint;
    private final Address address;

    private DimsePeer(ApplicationEntity entity, DimseEndpoint endpoint, Address address) {
        this.entity = entity;
        this.endpoint = endpoint;
        this.address = address;
    }

    /** The peer at {@code address}; nothing is connected yet. */
    public static DimsePeer of(Address address, Executor threads, ScheduledExecutorService scheduler) {
        DimseEndpoint endpoint =
                DimseEndpoint.of(address.uri(), address.calling()).within(address.timeout());
        try {
            ApplicationEntity entity =
                    new ApplicationEntity(threads, scheduler).with(TlsProfile.pinned(address.pins()));
            return new DimsePeer(entity, endpoint, address);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private Association open(Contexts contexts, Cancellation cancellation) throws DimseException {
        Contexts named = address.user().isEmpty() ? contexts : contexts.as(address.user(), address.password());
        return entity.connect(endpoint, named, cancellation);
    }

    @Override
    public String echo(Cancellation cancellation) throws CandelaException {
        try (Association association = open(Contexts.verification(), cancellation)) {
            new ServiceUser(association).echo(cancellation);
            return endpoint + " answers";
        }
    }

    @Override
    public void query(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation) throws CandelaException {
        Attributes keys =
                keys(query).set(Tag.QueryRetrieveLevel, VR.CS, query.level().name());
        Model model = query.level() == NetQuery.Level.PATIENT ? Model.PATIENT_ROOT : Model.STUDY_ROOT;
        find(model, keys, matches, cancellation);
    }

    @Override
    public void worklist(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation)
            throws CandelaException {
        find(Model.MODALITY_WORKLIST, keys(query), matches, cancellation);
    }

    @Override
    public void workitems(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation)
            throws CandelaException {
        find(Model.PROCEDURE_STEPS, keys(query), matches, cancellation);
    }

    private void find(Model model, Attributes keys, Consumer<Attributes> matches, Cancellation cancellation)
            throws CandelaException {
        try (Association association = open(Contexts.queries(), cancellation)) {
            new ServiceUser(association).find(model, keys, matches, cancellation);
        }
    }

    private static Attributes keys(NetQuery query) {
        Attributes keys = new Attributes();
        query.wanted().forEach(path -> put(keys, path.tags(), ""));
        query.matches().forEach(match -> put(keys, match.path().tags(), match.value()));
        return keys;
    }

    private static void put(Attributes into, List<Integer> path, String value) {
        int tag = path.get(0);
        VR vr = Dictionary.standard().vr(tag);
        if (path.size() > 1) {
            Attributes item = into.item(tag).map(Attributes::copy).orElseGet(Attributes::new);
            put(item, path.subList(1, path.size()), value);
            into.setItems(tag, List.of(item));
        } else if (vr == VR.SQ) {
            into.setItems(tag, List.of());
        } else if (value.isEmpty()) {
            into.set(tag, vr);
        } else {
            into.set(tag, vr, value);
        }
    }

    @Override
    public Outcome retrieve(NetRetrieval what, Progress progress, Cancellation cancellation) throws CandelaException {
        int depth = what.uids().size();
        Attributes keys = new Attributes().set(Tag.QueryRetrieveLevel, VR.CS, LEVELS.get(depth - 1));
        for (int i = 0; i < depth; i++) {
            keys.set(LEVEL_UIDS.get(i), VR.UI, what.uids().get(i).value());
        }
        Consumer<ServiceUser.Counts> tell =
                counts -> progress.done(counts.completed(), counts.completed() + counts.remaining() + counts.failed());
        Inbox inbox = new Inbox(what.folder(), MAX_OBJECT, stored -> {});
        ServiceUser.Counts counts = what.method() == NetRetrieval.Method.GET
                ? get(keys, inbox, tell, cancellation)
                : move(keys, inbox, tell, cancellation);
        return counts.failed() == 0
                ? new Outcome(counts.completed(), Map.of())
                : new Outcome(
                        counts.completed(), Map.of(endpoint.toString(), counts.failed() + " objects did not come"));
    }

    private ServiceUser.Counts get(
            Attributes keys, Inbox inbox, Consumer<ServiceUser.Counts> tell, Cancellation cancellation)
            throws CandelaException {
        Contexts contexts = Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes());
        try (Association association = open(contexts, cancellation)) {
            return new ServiceUser(association).get(keys, inbox, tell, cancellation);
        }
    }

    /** The peer knows the port that belongs to our AE title: 11112 as is usual. */
    private ServiceUser.Counts move(
            Attributes keys, Inbox inbox, Consumer<ServiceUser.Counts> tell, Cancellation cancellation)
            throws CandelaException {
        try (ServiceProvider port = entity.listen(settings(inbox));
                Association association = open(Contexts.moves(), cancellation)) {
            return new ServiceUser(association).move(keys, endpoint.calling(), tell, cancellation);
        } catch (IOException e) {
            throw new CandelaException("net.port", "port 11112, where the peer would send to, is not free", e);
        }
    }

    private ServiceProvider.Settings settings(Inbox inbox) throws IOException {
        Set<InetAddress> from = Set.of(InetAddress.getAllByName(endpoint.host()));
        return new ServiceProvider.Settings(
                endpoint.calling(),
                new InetSocketAddress(11112),
                endpoint.security(),
                List.of(new ServiceProvider.Allowed(endpoint.called(), from)),
                inbox,
                endpoint.timeout(),
                8);
    }

    @Override
    public Outcome send(List<Path> files, Progress progress, Cancellation cancellation) throws CandelaException {
        Map<String, String> failures = new LinkedHashMap<>();
        List<StorageUser.Sendable> sendable = new ArrayList<>();
        for (Path file : files) {
            try {
                sendable.add(StorageUser.Sendable.of(file));
            } catch (IOException | CandelaException e) {
                failures.put(file.toString(), String.valueOf(e.getMessage()));
            }
        }
        if (sendable.isEmpty()) {
            return new Outcome(0, failures);
        }
        int sent = 0;
        try (Association association = open(StorageUser.contextsFor(sendable), cancellation)) {
            for (StorageUser.Sendable file : sendable) {
                cancellation.throwIfRequested();
                try {
                    StorageUser.send(association, file, cancellation);
                    sent++;
                } catch (IOException e) {
                    failures.put(file.file().toString(), String.valueOf(e.getMessage()));
                } catch (DimseException e) {
                    if (e.kind() != DimseException.Kind.FAILED && e.kind() != DimseException.Kind.REJECTED) {
                        throw e;
                    }
                    failures.put(file.file().toString(), String.valueOf(e.getMessage()));
                }
                progress.done(sent, sendable.size());
            }
        }
        return new Outcome(sent, failures);
    }

    @Override
    public void close() {
        // Each call has closed its association.
    }
}
