#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/page_printer.h"
#include "engine/compare/compare.h"
#include "engine/core/errors.h"
#include "engine/core/whole_file.h"
#include "engine/criteria/criteria.h"
#include "engine/storage/storage.h"
#include "viz/osg/picture.h"
#include "viz/osg/still.h"
#include "viz/report/compare_tables.h"
#include "viz/report/described_tables.h"
#include "viz/report/page.h"
#include "viz/report/page_data.h"
#include "viz/report/tour_stops.h"
#include "viz/scene/scene.h"

namespace parktwin::cli {
namespace {

struct ReportArguments {
  std::string folder;
  std::string other;
  std::string out;
  std::string direction;
};

constexpr int picture_width = 1600;
constexpr int picture_height = 900;
constexpr int picture_quality = 88;

std::string page_text() {
  const auto file = data_folder() / "report" / "page.html";
  auto text = read_whole(file);
  if (!text) throw std::runtime_error(file.string() + " is missing; it belongs to the installation");
  return *std::move(text);
}

/// The pack the run was judged by, for the names of its directions; empty, with a remark, when it is gone.
criteria::Pack pack_of(const storage::SavedRun& saved, Session& session) {
  try {
    return criteria::read_packs(pack_files(saved.criteria));
  } catch (const InputError& error) {
    if (!session.quiet) session.err << "the report has no names of directions: " << to_string(error.problems().front()) << '\n';
    return {};
  }
}

/// None, with a remark, on a machine that cannot draw.
std::vector<viz::report::Illustration> pictures_of(const storage::SavedRun& saved, Session& session) {
  try {
    viz::SceneOptions options;
    options.language = session.language;
    viz::RenderOptions view;
    view.width = picture_width;
    view.height = picture_height;
    viz::Still still(viz::build_scene(saved.park, &saved.results, options), view);
    return {{{"Overview of the park with the received 5G power on the ground.", "园区总览：地面 5G 接收功率。"},
             "image/jpeg",
             viz::encode_jpeg(still.draw(), picture_quality)}};
  } catch (const std::runtime_error& error) {
    if (!session.quiet) session.err << "the report has no picture: " << error.what() << '\n';
    return {};
  }
}

/// A run is called by its folder, which tells two runs of one scenario apart.
std::string name_of_run(const std::string& folder) { return std::filesystem::path(folder).lexically_normal().generic_string(); }

/// The phases of a run that are kept below its folder, the run itself last.
std::vector<storage::SavedRun> phases_of(const std::string& folder) {
  const auto shown = storage::Selection::with_maps(criteria::judged_maps());
  auto run = storage::load(folder, shown);
  std::vector<storage::SavedRun> runs;
  for (std::size_t i = 0; i + 1 < run.plan.phases.size(); ++i) {
    const auto below = std::filesystem::path(folder) / "phases" / storage::phase_folder(run.plan.phases[i].year);
    if (std::filesystem::exists(below)) runs.push_back(storage::load(below, shown));
  }
  runs.push_back(std::move(run));
  return runs;
}

std::string title_of(const criteria::PhaseRecord& phase, bool chinese) {
  if (phase.year == 0) return chinese ? "建设前" : "Before the first phase";
  const std::string& name = chinese && !phase.name_zh.empty() ? phase.name_zh : phase.name_en;
  return std::to_string(phase.year) + (name.empty() ? "" : ": " + name);
}

std::vector<viz::twin::State> states_of(const std::vector<storage::SavedRun>& phases, const std::string& name, bool alone) {
  std::vector<viz::twin::State> states;
  const auto& records = phases.back().plan.phases;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    viz::twin::State state{"", "", name, &phases[i].park, &phases[i].results};
    if (phases.size() > 1) {
      const auto& record = records[i + records.size() - phases.size()];
      state.title_en = title_of(record, false) + (alone ? "" : " · " + name);
      state.title_zh = title_of(record, true) + (alone ? "" : " · " + name);
    }
    states.push_back(std::move(state));
  }
  return states;
}

/// One run, or two side by side: tables of what differs, and both in the twin.
void add_other(const ReportArguments& arguments, const storage::SavedRun& run, const storage::SavedRun& other, viz::report::Json& data) {
  const std::array subjects{compare::Subject{name_of_run(arguments.folder), run.park, run.results, run.verdicts, run.plan},
                            compare::Subject{name_of_run(arguments.other), other.park, other.results, other.verdicts, other.plan}};
  const auto comparison = compare::compare(subjects);
  data["comparison"] = {{"runs", comparison.runs}, {"tables", viz::report::compare_tables(comparison)}};
}

void choose_direction(const ReportArguments& arguments, const criteria::Pack& pack, viz::report::Json& data) {
  if (arguments.direction.empty()) return;
  const auto& directions = data["directions"];
  const bool known = std::any_of(directions.begin(), directions.end(), [&](const auto& one) { return one["id"] == arguments.direction; });
  if (!known) {
    Problems problems;
    std::string ids;
    for (const auto& one : directions) ids += (ids.empty() ? "" : ", ") + one["id"].get<std::string>();
    problems.add(pack.title.en.empty() ? "criteria" : pack.title.en, "--direction",
                 "found " + arguments.direction + ", expected one of " + ids);
    problems.throw_if_any();
  }
  data["book"] = arguments.direction;
}

int report(const ReportArguments& arguments, Session& session) {
  session.progress.begin("reading", 1);
  const auto page = page_text();
  const auto phases = phases_of(arguments.folder);
  const storage::SavedRun& saved = phases.back();
  std::vector<storage::SavedRun> others;
  if (!arguments.other.empty()) others = phases_of(arguments.other);
  const auto pack = pack_of(saved, session);
  session.progress.begin("drawing", 1);
  const auto pictures = pictures_of(saved, session);
  session.progress.begin("writing", 1);
  auto data = viz::report::page_data(saved, pack, pictures);
  choose_direction(arguments, pack, data);
  if (!data.contains("book") && !arguments.out.ends_with(".pdf")) {
    auto states = states_of(phases, name_of_run(arguments.folder), others.empty());
    auto more = states_of(others, name_of_run(arguments.other), others.empty());
    std::move(more.begin(), more.end(), std::back_inserter(states));
    data["twin"] = viz::report::twin_data(viz::twin::packed_twin(states));
    data["result_tables"] = viz::report::packed_tables(data["result_tables"]);
    data["twin"]["tour"] = viz::report::tour_stops(saved);
  }
  if (!others.empty()) add_other(arguments, saved, others.back(), data);
  const auto html = viz::report::assembled(page, data, session.language);
  if (arguments.out.ends_with(".pdf")) {
    session.progress.begin("printing", 1);
    print_page(html, arguments.out);
  } else {
    write_whole(html, arguments.out);
  }
  session.progress.end();
  if (session.json) {
    const auto bytes = std::filesystem::file_size(arguments.out);
    session.out << nlohmann::json{{"report", arguments.out}, {"bytes", bytes}, {"pictures", pictures.size()}}.dump() << '\n';
  } else {
    session.out << arguments.out << '\n';
  }
  return done;
}

std::string check_ending(const std::string& file) {
  return file.ends_with(".html") || file.ends_with(".pdf") ? "" : "expected a file name that ends with .html or .pdf";
}

}  // namespace

void add_report_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<ReportArguments>();
  auto* command = app.add_subcommand("report", "The evaluator's file of a run: one page, no network needed");
  command->add_option("DIR", arguments->folder, "folder of a run")->required();
  command->add_option("DIR_B", arguments->other, "folder of a second run, shown beside the first");
  command->add_option("--out", arguments->out, "page to write (.html), or the same printed on A4 (.pdf, needs Chromium)")
      ->required()
      ->check(CLI::Validator(check_ending, "FILE.html|.pdf"));
  command->add_option("--direction", arguments->direction, "application book: only the clauses of one direction, a chapter each, e.g. K1");
  command->footer(
      "The page holds both languages; --lang says which it opens in.\nExample: parktwin report runs/reference --out reference.html");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return report(*arguments, session); }; });
}

}  // namespace parktwin::cli
