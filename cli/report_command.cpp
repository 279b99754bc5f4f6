#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "engine/core/errors.h"
#include "engine/core/whole_file.h"
#include "engine/criteria/criteria.h"
#include "engine/storage/storage.h"
#include "viz/osg/picture.h"
#include "viz/osg/still.h"
#include "viz/report/page.h"
#include "viz/report/page_data.h"
#include "viz/report/tour_stops.h"
#include "viz/scene/scene.h"

namespace parktwin::cli {
namespace {

struct ReportArguments {
  std::string folder;
  std::string out;
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

int report(const ReportArguments& arguments, Session& session) {
  session.progress.begin("reading", 1);
  const auto page = page_text();
  const auto saved = storage::load(arguments.folder, storage::Selection::with_maps(criteria::judged_maps()));
  const auto pack = pack_of(saved, session);
  session.progress.begin("drawing", 1);
  const auto pictures = pictures_of(saved, session);
  session.progress.begin("writing", 1);
  auto data = viz::report::page_data(saved, pack, pictures);
  const std::array states{viz::twin::State{"", "", saved.scenario_name, &saved.park, &saved.results}};
  data["twin"] = viz::report::twin_data(viz::twin::packed_twin(states));
  data["twin"]["tour"] = viz::report::tour_stops(saved);
  const auto html = viz::report::assembled(page, data, session.language);
  write_whole(html, arguments.out);
  session.progress.end();
  if (session.json) {
    session.out << nlohmann::json{{"report", arguments.out}, {"bytes", html.size()}, {"pictures", pictures.size()}}.dump() << '\n';
  } else {
    session.out << arguments.out << '\n';
  }
  return done;
}

std::string check_ending(const std::string& file) { return file.ends_with(".html") ? "" : "expected a file name that ends with .html"; }

}  // namespace

void add_report_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<ReportArguments>();
  auto* command = app.add_subcommand("report", "The evaluator's file of a run: one page, no network needed");
  command->add_option("DIR", arguments->folder, "folder of a run")->required();
  command->add_option("--out", arguments->out, "page to write (HTML)")->required()->check(CLI::Validator(check_ending, "FILE.html"));
  command->footer(
      "The page holds both languages; --lang says which it opens in.\nExample: parktwin report runs/reference --out reference.html");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return report(*arguments, session); }; });
}

}  // namespace parktwin::cli
