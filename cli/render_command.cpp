#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/drawn_scene.h"
#include "cli/open_park.h"
#include "cli/picture_size.h"
#include "cli/render_options.h"
#include "engine/core/errors.h"
#include "engine/core/whole_file.h"
#include "engine/storage/storage.h"
#include "viz/osg/render.h"
#include "viz/osg/split.h"
#include "viz/scene/difference.h"
#include "viz/scene/wording.h"

namespace parktwin::cli {
namespace {

struct RenderArguments {
  std::string folder;
  std::string other;  ///< second run
  std::string out;
  std::string layer;
  std::string view = "overview";
  std::string size = "1920x1080";
  std::string section;
  std::string date;
  std::string hour;
  bool underground = false;
  bool split = false;
  bool difference = false;
};

/// What is drawn: a run, or a park alone.
struct Drawn {
  std::string name;  ///< of the scenario; empty for a park
  Park park;
  std::optional<Results> results;
};

std::vector<std::string> view_names() {
  std::vector<std::string> names;
  for (const auto& entry : names_of(viz::View{})) names.emplace_back(entry.name);
  return names;
}

viz::RenderOptions render_options(const RenderArguments& arguments) {
  viz::RenderOptions options;
  options.view = *parse_enum<viz::View>(arguments.view);
  const auto [width, height] = picture_size(arguments.size);
  options.width = width;
  options.height = height;
  return options;
}

Drawn read(const std::string& folder) {
  if (!std::filesystem::exists(std::filesystem::path(folder) / "results.h5")) return {"", open_park(folder).park, std::nullopt};
  auto saved = storage::load(folder);
  return {saved.scenario_name, std::move(saved.park), std::move(saved.results)};
}

viz::SceneOptions scene_options(const RenderArguments& arguments, const Drawn& drawn, const Session& session) {
  viz::SceneOptions options;
  options.language = session.language;
  options.layer = drawn.results ? viz::Layer::rsrp : viz::Layer::none;
  if (drawn.results && !arguments.layer.empty()) options.layer = *parse_enum<viz::Layer>(arguments.layer);
  options.underground = arguments.underground;
  if (!arguments.section.empty()) options.section = section_of(arguments.section);
  if (!arguments.date.empty()) {
    options.sun = sun_at(drawn.park, arguments.date, hours_of(arguments.hour));
    options.shadows_on_buildings = true;
  }
  return options;
}

viz::Scene scene_of(const RenderArguments& arguments, const Drawn& drawn, const viz::SceneOptions& options) {
  viz::Scene scene = viz::build_scene(drawn.park, drawn.results ? &*drawn.results : nullptr, options);
  if (!arguments.date.empty()) scene.subtitle += "  ·  " + arguments.date + " " + clock_of(60.0 * hours_of(arguments.hour) + 0.5);
  return scene;
}

/// What one run has more or less than the other.
viz::Scene difference_of(const RenderArguments& arguments, const Drawn& from, const Drawn& to, Session& session) {
  viz::SceneOptions options = scene_options(arguments, to, session);
  if (!from.results || !to.results) throw InputError(from.results ? arguments.other : arguments.folder, "", "holds no run to compare");
  if (!viz::difference_range(options.layer))
    throw InputError("--layer", "",
                     "found " + arguments.layer + ", expected a layer of values for a difference: rsrp, sinr, rsrq or throughput_down");
  options.before = &*from.results;
  viz::Scene scene = scene_of(arguments, to, options);
  if (!scene.drape) throw InputError(arguments.other, "", "its map does not lie on the cells of that of " + arguments.folder);
  scene.subtitle += "  ·  " + from.name + " → " + to.name;
  return scene;
}

/// Each side is headed by its run.
viz::Picture side_by_side(const RenderArguments& arguments, const Drawn& left, const Drawn& right, Session& session) {
  const auto side = [&](const Drawn& drawn) {
    viz::Scene scene = scene_of(arguments, drawn, scene_options(arguments, drawn, session));
    if (!drawn.name.empty()) scene.title = drawn.name;
    return scene;
  };
  session.progress.begin("building the scenes", 2);
  const viz::Scene first = side(left);
  session.progress.advance();
  const viz::Scene second = side(right);
  session.progress.begin("drawing", 1);
  return viz::split_picture(first, second, render_options(arguments));
}

void draw(const RenderArguments& arguments, Session& session) {
  session.progress.begin("reading", 1);
  const Drawn drawn = read(arguments.folder);
  if (arguments.other.empty()) {
    session.progress.begin("building the scene", 1);
    const viz::Scene scene = scene_of(arguments, drawn, scene_options(arguments, drawn, session));
    session.progress.begin("drawing", 1);
    viz::render_png(scene, render_options(arguments), arguments.out);
    return;
  }
  const Drawn other = read(arguments.other);
  if (arguments.split) {
    write_whole(viz::encode_png(side_by_side(arguments, drawn, other, session)), arguments.out);
    return;
  }
  session.progress.begin("building the scene", 1);
  const viz::Scene scene = difference_of(arguments, drawn, other, session);
  session.progress.begin("drawing", 1);
  viz::render_png(scene, render_options(arguments), arguments.out);
}

int render(const RenderArguments& arguments, Session& session) {
  draw(arguments, session);
  session.progress.end();
  if (session.json) {
    session.out << nlohmann::json{{"picture", arguments.out}}.dump() << '\n';
  } else {
    session.out << arguments.out << '\n';
  }
  return done;
}

void add_options(CLI::App& command, RenderArguments& arguments) {
  auto* other = command.add_option("DIR_B", arguments.other, "second run, for --split or --difference");
  command.add_option("--view", arguments.view, "from where")->check(CLI::IsMember(view_names()))->capture_default_str();
  command.add_option("--size", arguments.size, "picture size in pixels")->check(size_of_picture())->capture_default_str();
  command.add_flag("--underground", arguments.underground, "ground and buildings transparent; ducts, power cables, network devices");
  command.add_option("--section", arguments.section, "cuts a share of the park off on one side: south:0.4")->check(section_text());
  auto* date = command.add_option("--date", arguments.date, "shadows of this day, with --hour")->check(date_text());
  auto* hour = command.add_option("--hour", arguments.hour, "shadows of this hour, standard time of the park")->check(clock_text());
  date->needs(hour);
  hour->needs(date);
  auto* split = command.add_flag("--split", arguments.split, "DIR on the left, DIR_B on the right, from one viewpoint")->needs(other);
  command.add_flag("--difference", arguments.difference, "the map shows what DIR_B has more or less than DIR")
      ->needs(other)
      ->excludes(split);
}

}  // namespace

void add_render_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<RenderArguments>();
  auto* command = app.add_subcommand("render", "Draw one picture of a run or a park, or of two runs; no display needed");
  command->add_option("DIR", arguments->folder, "run folder, park folder or recipe")->required();
  command->add_option("--out", arguments->out, "picture to write (PNG)")->required();
  add_layer_option(*command, arguments->layer);
  add_options(*command, *arguments);
  command->footer(
      "Example: parktwin render runs/reference --layer rsrp --view overview --size 1920x1080 --out reference.png\n"
      "         parktwin render runs/before runs/after --difference --out gain.png");
  command->callback([arguments, &action] {
    if (!arguments->other.empty() && !arguments->split && !arguments->difference)
      throw CLI::RequiredError("DIR_B: --split or --difference");
    if (arguments->split && picture_size(arguments->size).width % 2 != 0)
      throw CLI::ValidationError("--size", "--split needs an even width");
    action = [arguments](Session& session) { return render(*arguments, session); };
  });
}

}  // namespace parktwin::cli
