#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/scorecard_table.h"
#include "engine/core/errors.h"
#include "engine/storage/geometry_file.h"

namespace parktwin::cli {
namespace {

struct RunArguments {
  std::string scenario;
  std::string out;
  std::string geometry_cache;
  bool strict = false;
  bool all = false;
};

/// Geometries of radio sites that outlive the run, if a file was named. What is wrong with the file is a remark: the run goes on without.
class KeptGeometries {
 public:
  KeptGeometries(const std::string& file, Session& session) : file_(file), session_(session) {
    if (file_.empty()) return;
    session_.progress.begin("reading geometries", 1);
    const auto loaded = storage::load_geometries(file_, cache_);
    known_ = cache_.added();
    if (!loaded.ignored.empty()) remark(file_ + ": not used: " + loaded.ignored);
  }
  [[nodiscard]] radio::GeometryCache* cache() { return file_.empty() ? nullptr : &cache_; }
  /// Writes the file when there is something new.
  void save() {
    if (file_.empty() || cache_.added() == known_) return;
    session_.progress.begin("saving geometries", 1);
    try {
      storage::save_geometries(cache_, file_);
    } catch (const OutputError& error) {
      remark(error.what());
    }
  }

 private:
  void remark(const std::string& text) {
    if (session_.quiet) return;
    session_.progress.end();
    session_.err << "remark: " << text << '\n';
  }
  std::string file_;
  Session& session_;
  radio::GeometryCache cache_;
  std::size_t known_ = 0;
};

int run_scenario(const RunArguments& arguments, Session& session) {
  KeptGeometries geometries(arguments.geometry_cache, session);
  const auto saved = carry_out(arguments.scenario, session, geometries.cache());
  const std::filesystem::path folder =
      arguments.out.empty() ? std::filesystem::path("runs") / saved.scenario_name : std::filesystem::path(arguments.out);
  session.progress.begin("saving", 1);
  storage::save(saved, folder);
  geometries.save();
  session.progress.end();
  if (session.json) {
    session.out << storage::scorecard_json(saved) << '\n';
  } else {
    session.out << scorecard_table(saved.verdicts, session, arguments.all) << '\n';
    for (const char* name : {"scorecard.json", "summary.json", "results.h5"}) session.out << (folder / name).string() << '\n';
  }
  const bool missed = std::any_of(saved.verdicts.begin(), saved.verdicts.end(),
                                  [](const auto& verdict) { return verdict.status == criteria::Status::missed; });
  return arguments.strict && missed ? target_missed : done;
}

}  // namespace

void add_run_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<RunArguments>();
  auto* command = app.add_subcommand("run", "Import the park, apply the scenario, simulate, judge, save; prints the scorecard");
  command->add_option("SCENARIO", arguments->scenario, "scenario file (YAML)")->required();
  command->add_option("--out", arguments->out, "folder of the run; default runs/<name of the scenario>");
  command->add_option(
      "--geometry-cache", arguments->geometry_cache,
      "file that keeps what radio sites see of the land: read if it is there, written after the run; the results are the same");
  command->add_flag("--strict", arguments->strict, "exit with 4 when a target is missed");
  command->add_flag("--all", arguments->all, "also list the clauses that were not assessed");
  command->footer("Example: parktwin run scenarios/reference.yaml --out runs/reference");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return run_scenario(*arguments, session); }; });
}

}  // namespace parktwin::cli
