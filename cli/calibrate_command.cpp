#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/calibration_table.h"
#include "cli/commands.h"
#include "cli/open_park.h"
#include "engine/scenario/calibrated_scenario.h"
#include "engine/simulators/radio/drive_test_prediction.h"
#include "engine/storage/described_json.h"
#include "importers/drive_test/drive_test.h"
#include "importers/park_folder/staged_folder.h"

namespace parktwin::cli {
namespace {

namespace fs = std::filesystem;
using radio::calibration::Correction;
using radio::calibration::Report;

struct CalibrateArguments {
  std::string scenario;
  std::string drive_test;
  std::string crs;
  std::string out;
};

/// Of the model without corrections; every site counts as connected, for its cells were measured.
Report fit(const Park& park, const Scenario& scenario, const importers::DriveTest& drive_test, Session& session) {
  radio::Options options = scenario.options.radio;
  options.calibration = {};
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  const auto observations = radio::observe(park, options, drive_test.points, connected, session.progress);
  Report report = radio::calibration::calibrate(observations, {}, scenario.seed);
  report.notes.insert(report.notes.begin(), drive_test.notes.begin(), drive_test.notes.end());
  if (!scenario.options.radio.calibration.classes.empty()) {
    report.notes.push_back({NoteKind::information, "scenario " + scenario.name,
                            "Its own corrections were set aside; the new ones are of the model without any."});
  }
  return report;
}

/// The classes that are corrected, and where that comes from.
Correction corrected_classes(const Report& report, const std::string& file) {
  Correction correction;
  for (std::size_t i = 0; i < report.classes.size(); ++i) {
    const auto decision = report.classes[i].decision;
    if (decision == radio::calibration::Decision::offset || decision == radio::calibration::Decision::offset_and_slope) {
      correction.classes.push_back(report.correction.classes[i]);
    }
  }
  correction.origin =
      fmt::format("{}: {} points fitted, {} held out, whose RMSE went from {:.1f} to {:.1f} dB", file, report.fitted_before.points,
                  report.held_out_before.points, report.held_out_before.rmse_db, report.held_out_after.rmse_db);
  return correction;
}

std::string json_of(const Report& report, const Correction& correction, const CalibrateArguments& arguments) {
  storage::Json document;
  document["kind"] = "calibration";
  document["scenario"] = arguments.scenario;
  document["drive_test"] = arguments.drive_test;
  document["applied"] = storage::to_json(correction);
  document["report"] = storage::to_json(report);
  return document.dump(2, ' ', false, storage::Json::error_handler_t::replace);
}

void write(const fs::path& folder, const std::string& json, const Scenario& scenario, const Correction& correction) {
  importers::StagedFolder staged(folder, "calibration.json");
  staged.write("calibration.json", json + '\n');
  staged.write("scenario.yaml", "# " + scenario.name + " with the corrections of a drive test: " + correction.origin + "\n" +
                                    calibrated_scenario(scenario, folder, correction));
  staged.commit();
}

int calibrate_radio(const CalibrateArguments& arguments, Session& session) {
  const Scenario scenario = read_scenario(arguments.scenario);
  session.progress.begin("importing the park", 1);
  const Park park = parktwin::apply(open_park(scenario.park).park, scenario.changes);
  session.progress.begin("reading the drive test", 1);
  const auto drive_test = importers::read_drive_test({arguments.drive_test, arguments.crs}, park);
  const Report report = fit(park, scenario, drive_test, session);
  const Correction correction = corrected_classes(report, fs::path(arguments.drive_test).filename().string());
  const std::string json = json_of(report, correction, arguments);
  const bool writes = !arguments.out.empty() && report.accepted;
  if (writes) write(arguments.out, json, scenario, correction);
  session.progress.end();
  if (session.json) {
    session.out << json << '\n';
    return done;
  }
  session.out << calibration_table(report, session);
  for (const auto& note : report.notes) {
    if (!session.quiet) session.out << fmt::format("{}: {}: {}\n", name_of(note.kind), note.place, note.text);
  }
  if (writes) {
    for (const char* name : {"calibration.json", "scenario.yaml"}) session.out << (fs::path(arguments.out) / name).string() << '\n';
  } else if (!arguments.out.empty()) {
    session.out << session.choose("nothing was written\n", "未写入任何文件\n");
  }
  return done;
}

}  // namespace

void add_calibrate_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<CalibrateArguments>();
  auto* command = app.add_subcommand("calibrate", "Hold the radio model against a drive test and correct it per way of propagation");
  command->add_option("SCENARIO", arguments->scenario, "scenario file (YAML)")->required();
  command->add_option("--drive-test", arguments->drive_test, "measured points (CSV), see docs/radio-calibration.md")->required();
  command->add_option("--crs", arguments->crs, "system of easting_m and northing_m, as EPSG:4549; default the park's own");
  command->add_option("--out", arguments->out, "folder for calibration.json and a scenario that runs corrected; default: write nothing");
  command->footer("Example: parktwin calibrate scenarios/reference.yaml --drive-test drive.csv --out calibrations/drive");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return calibrate_radio(*arguments, session); }; });
}

}  // namespace parktwin::cli
