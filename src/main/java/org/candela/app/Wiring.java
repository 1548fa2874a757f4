package org.candela.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.cli.AuditCommand;
import org.candela.cli.BackupCommand;
import org.candela.cli.Candela;
import org.candela.cli.CheckCommand;
import org.candela.cli.ContingencyCommand;
import org.candela.cli.CriticalCommand;
import org.candela.cli.DeliveryCommand;
import org.candela.cli.DemoCommand;
import org.candela.cli.DicomCommand;
import org.candela.cli.DictateCommand;
import org.candela.cli.DictationCommand;
import org.candela.cli.DrillCommand;
import org.candela.cli.FacilityCommand;
import org.candela.cli.GateCommand;
import org.candela.cli.ImportCommand;
import org.candela.cli.InvoiceCommand;
import org.candela.cli.KeysCommand;
import org.candela.cli.LockCommand;
import org.candela.cli.MacroCommand;
import org.candela.cli.MessagesCommand;
import org.candela.cli.NetCommand;
import org.candela.cli.NetworkCommand;
import org.candela.cli.OrdersCommand;
import org.candela.cli.PapersCommand;
import org.candela.cli.PracticeCommand;
import org.candela.cli.PresetsCommand;
import org.candela.cli.ProtocolsCommand;
import org.candela.cli.PurgeCommand;
import org.candela.cli.QaCommand;
import org.candela.cli.ReaderDesk;
import org.candela.cli.ReportCommand;
import org.candela.cli.RestoreCommand;
import org.candela.cli.RoomCommand;
import org.candela.cli.SensorShelves;
import org.candela.cli.SignerCommand;
import org.candela.cli.StationOpener;
import org.candela.cli.TemplateCommand;
import org.candela.cli.VaultCommand;
import org.candela.cli.WorklistCommand;
import org.candela.cli.WritingCommand;
import org.candela.displayqa.QaStation;
import picocli.CommandLine;

/** Who gets what: the only place that knows every room. */
final class Wiring {
    private final Config config;
    private final Clock clock;

    Wiring(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    CommandLine commandLine() {
        Commands commands = new Commands(config, clock);
        Config asking = commands.atTerminal();
        HomeStore store = asking.store();
        Videos videos = new Videos(config.video(), new Executors().scheduler());
        return Candela.commandLine(
                commands::workstation,
                List.of(
                        new DemoCommand(new Demo(config, clock)::play, clock),
                        new DrillCommand(new Drill(asking, clock)),
                        new DictateCommand(new StoredEngines(asking, clock), CtrlC::listen),
                        new ImportCommand(commands::take),
                        new CheckCommand(commands::check, new Cards(asking, clock)),
                        new WorklistCommand(commands::worklist, clock),
                        new OrdersCommand(store, clock),
                        new MessagesCommand(store, clock, config::reader),
                        new FacilityCommand(commands),
                        new SignerCommand(commands::enrol),
                        new VaultCommand(new KeyStores(config, clock), KeyStores::given),
                        new BackupCommand(new BackupDesk(asking, clock)),
                        new RestoreCommand(new BackupDesk(asking, clock)),
                        PurgeCommand.commandLine(
                                new PurgeDesk(commands, new Cards(asking, clock), config.reader(), temporary())),
                        DicomCommand.commandLine(
                                videos,
                                videos.encoder(),
                                clock,
                                new DicomCommand.Records(commands::recordExport, commands::recordPrint)),
                        new NetCommand(new NetPeers(clock), CtrlC::listen),
                        AuditCommand.commandLine(store, clock, new AuditDesk(asking, clock)),
                        new PapersCommand(store, clock, config::reader, new Papers(config.paths())),
                        new RoomCommand(store, clock, config::reader, new MachineSenses()),
                        new ContingencyCommand(store, clock, config::reader),
                        new ReportCommand(store, clock, new Cards(asking, clock)),
                        DeliveryCommand.commandLine(store, clock),
                        new LockCommand(store, clock, config::reader),
                        CriticalCommand.commandLine(store, clock, config::reader, new Cards(asking, clock)),
                        new NetworkCommand(() -> LinkDesk.open(asking, clock), config::reader, CtrlC::listen),
                        DictationCommand.commandLine(store, clock, config::reader, new MachineButtons()),
                        new GateCommand(store, clock),
                        InvoiceCommand.commandLine(store, clock, config.paths()::rvuTable, config::reader),
                        new ProtocolsCommand(store, clock),
                        new PresetsCommand(store, clock),
                        new TemplateCommand(new ReaderDesk(store, clock, config::reader)),
                        new MacroCommand(new ReaderDesk(store, clock, config::reader)),
                        new WritingCommand(new ReaderDesk(store, clock, config::reader)),
                        new PracticeCommand(store, clock, new RoomPractice(clock)),
                        new KeysCommand(store, clock, new RoomKeys()),
                        QaCommand.commandLine(
                                new QaCommand.Devices(
                                        stations(),
                                        new SensorShelves(Meters.listed(config.video()), Meters.simulated())),
                                HomeStore.of(asking),
                                clock,
                                Streams.terminal())));
    }

    /** Where this system keeps temporary files. */
    static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    private StationOpener stations() {
        return new StationOpener() {
            @Override
            public QaStation open() throws CandelaException {
                return MachineStation.open(
                        config.desktop(), new MachineStation.Lights(Meters.shelf(config.video()), clock));
            }

            @Override
            public QaStation openToMeasure(Measuring how) throws CandelaException {
                return MeasuringStation.open(how, new MeasuringStation.Surroundings(config, Devices.of(config), clock));
            }

            @Override
            public QaStation openSimulated() {
                return new SimulatedStation(clock, RunSites.withoutWindows());
            }
        };
    }
}
