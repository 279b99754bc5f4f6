#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/plan_table.h"
#include "cli/retrofit_table.h"
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

/// Where the run goes, by its name unless a folder was given.
class Saving {
 public:
  Saving(const std::string& out, Session& session) : out_(out), session_(session) {}
  void add_phase(const storage::SavedRun& run, std::int32_t year) {
    session_.progress.begin("saving", 1);
    folder(run.scenario_name).add_phase(run, storage::phase_folder(year));
    files_.push_back((place_ / "phases" / storage::phase_folder(year)).string());
  }
  void finish(const storage::SavedRun& run) {
    session_.progress.begin("saving", 1);
    folder(run.scenario_name).finish(run);
    for (const char* name : {"scorecard.json", "summary.json", "plan.json", "results.h5"}) files_.push_back((place_ / name).string());
  }
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

 private:
  storage::RunWriter& folder(const std::string& name) {
    if (!writer_) writer_.emplace(place_ = out_.empty() ? std::filesystem::path("runs") / name : std::filesystem::path(out_));
    return *writer_;
  }
  std::string out_;
  Session& session_;
  std::filesystem::path place_;
  std::optional<storage::RunWriter> writer_;
  std::vector<std::string> files_;
};

int run_scenario(const RunArguments& arguments, Session& session) {
  KeptGeometries geometries(arguments.geometry_cache, session);
  Saving saving(arguments.out, session);
  const auto sink = [&saving](const storage::SavedRun& run, std::int32_t year) { saving.add_phase(run, year); };
  const auto saved = carry_out(arguments.scenario, session, geometries.cache(), sink);
  saving.finish(saved);
  geometries.save();
  session.progress.end();
  if (session.json) {
    session.out << storage::scorecard_json(saved) << '\n';
  } else {
    session.out << scorecard_table(saved.verdicts, session, arguments.all) << '\n'
                << phase_table(saved.plan, saved.verdicts, session, arguments.all) << cost_table(saved.plan, session, arguments.all)
                << retrofit_table(saved.results.retrofit, saved.park, session);
    for (const auto& file : saving.files()) session.out << file << '\n';
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
