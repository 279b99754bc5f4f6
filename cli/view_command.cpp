#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/drawn_scene.h"
#include "cli/followed_scenario.h"
#include "cli/open_park.h"
#include "cli/picture_size.h"
#include "engine/storage/storage.h"
#include "viz/osg/window/twin_window.h"

namespace parktwin::cli {
namespace {

namespace fs = std::filesystem;

struct ViewArguments {
  std::string folder;
  std::string layer;
  std::string view = "overview";
  std::string size = "1280x720";
  std::string views;
  std::string scenario;
};

/// Folders of the run's phases, the last of them the run itself.
std::vector<fs::path> phase_folders(const fs::path& folder, const storage::SavedRun& saved) {
  std::vector<fs::path> folders;
  const auto& phases = saved.plan.phases;
  for (std::size_t i = 0; i + 1 < phases.size(); ++i) {
    folders.push_back(folder / "phases" / storage::phase_folder(phases[i].year));
    if (!fs::exists(folders.back() / "results.h5")) return {};
  }
  if (!folders.empty()) folders.push_back(folder);
  return folders;
}

std::string phase_name(const criteria::PhaseRecord& phase, const Session& session) {
  const std::string& name = session.choose(phase.name_en, phase.name_zh);
  if (phase.year == 0) return session.choose("start", "现状");
  return std::to_string(phase.year) + (name.empty() ? "" : " " + name);
}

std::shared_ptr<const viz::window::State> state_of(storage::SavedRun saved) {
  return std::make_shared<const viz::window::State>(
      viz::window::State{std::move(saved.park), std::make_shared<const Results>(std::move(saved.results)), std::move(saved.verdicts)});
}

void add_run(viz::window::DeskInputs& inputs, const ViewArguments& arguments, Session& session,
             std::shared_ptr<const viz::window::State>& state) {
  auto saved = storage::load(arguments.folder);
  const auto folders = phase_folders(arguments.folder, saved);
  for (std::size_t i = 0; i < folders.size(); ++i) inputs.phases.push_back(phase_name(saved.plan.phases[i], session));
  inputs.phase = folders.empty() ? 0 : folders.size() - 1;
  if (!folders.empty()) inputs.load_phase = [folders](std::size_t phase) { return state_of(storage::load(folders[phase])); };
  inputs.no_what_if = why_not_followed(saved, arguments.scenario);
  // Of the run only what its settings need is kept; park and results go into the state.
  auto kept = std::make_shared<storage::SavedRun>();
  inputs.run_views = saved.views;
  kept->files = saved.files;
  kept->criteria = saved.criteria;
  kept->assessed_on = saved.assessed_on;
  kept->seed = saved.seed;
  kept->plan = saved.plan;
  inputs.follow = [kept, scenario = arguments.scenario](std::size_t phase) {
    const std::int32_t year = phase < kept->plan.phases.size() ? kept->plan.phases[phase].year : 0;
    return std::make_unique<viz::window::FollowedRun>(followed_settings(*kept, scenario, year));
  };
  state = state_of(std::move(saved));
}

int view(const ViewArguments& arguments, Session& session) {
  viz::window::require_display();
  viz::window::DeskInputs inputs;
  inputs.language = session.language;
  inputs.views_file = arguments.views.empty() ? viz::window::views_file_beside(arguments.folder) : fs::path(arguments.views);
  inputs.picture_beside = arguments.folder;
  inputs.first_view = *parse_enum<viz::window::Start>(arguments.view);
  session.progress.begin("reading", 1);
  std::shared_ptr<const viz::window::State> state;
  const bool run = fs::exists(fs::path(arguments.folder) / "results.h5");
  if (run) {
    add_run(inputs, arguments, session, state);
  } else {
    inputs.no_what_if = session.choose("a park without a run", "园区尚未运行仿真");
    state = std::make_shared<const viz::window::State>(viz::window::State{open_park(arguments.folder).park, nullptr, {}});
  }
  session.progress.begin("building the scene", 1);
  const viz::Layer layer = arguments.layer.empty() ? (run ? viz::Layer::rsrp : viz::Layer::none) : *parse_enum<viz::Layer>(arguments.layer);
  inputs.display = viz::window::make_display(state, layer, session.language);
  session.progress.end();
  const auto [width, height] = picture_size(arguments.size);
  viz::window::WindowOptions options{width, height, "parktwin: " + inputs.display.scene.title};
  const std::string views = inputs.views_file.string();
  viz::window::show_window(std::move(inputs), options);
  if (session.json) {
    session.out << "{\"views\":" << nlohmann::json(views).dump() << "}\n";
  } else if (fs::exists(views)) {
    session.out << views << '\n';
  }
  return done;
}

std::vector<std::string> view_names() {
  std::vector<std::string> names;
  for (const auto& entry : names_of(viz::window::Start{})) names.emplace_back(entry.name);
  return names;
}

}  // namespace

void add_view_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<ViewArguments>();
  auto* command = app.add_subcommand("view", "Open a run or a park in a window: look around, pick, measure, change and see what follows");
  command->add_option("DIR", arguments->folder, "run folder, park folder or recipe")->required();
  add_layer_option(*command, arguments->layer);
  command->add_option("--view", arguments->view, "from where at first")->check(CLI::IsMember(view_names()))->capture_default_str();
  command->add_option("--size", arguments->size, "window size in pixels")->check(size_of_window())->capture_default_str();
  command->add_option("--views", arguments->views, "file of saved views (YAML); default beside DIR: DIR.views.yaml");
  command->add_option("--scenario", arguments->scenario, "the run's scenario, for what-if; default where it stood when the run was made");
  command->footer(
      "H in the window shows the keys. Needs a display; render and tour draw without one.\n"
      "Example: parktwin view runs/reference --layer rsrp");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return view(*arguments, session); }; });
}

}  // namespace parktwin::cli
