#include "cli/drawn_scene.h"

#include <filesystem>

#include "cli/open_park.h"
#include "engine/storage/storage.h"

namespace parktwin::cli {

DrawnScene drawn_scene(const std::string& folder, const std::string& layer, Session& session) {
  viz::SceneOptions options;
  options.language = session.language;
  session.progress.begin("reading", 1);
  if (std::filesystem::exists(std::filesystem::path(folder) / "results.h5")) {
    auto saved = storage::load(folder);
    options.layer = layer.empty() ? viz::Layer::rsrp : *parse_enum<viz::Layer>(layer);
    session.progress.begin("building the scene", 1);
    viz::Scene scene = viz::build_scene(saved.park, &saved.results, options);
    return {std::move(saved.park), std::move(scene)};
  }
  options.layer = viz::Layer::none;
  auto loaded = open_park(folder);
  session.progress.begin("building the scene", 1);
  viz::Scene scene = viz::build_scene(loaded.park, nullptr, options);
  return {std::move(loaded.park), std::move(scene)};
}

void add_layer_option(CLI::App& command, std::string& layer) {
  std::vector<std::string> names;
  for (const auto& entry : names_of(viz::Layer{})) names.emplace_back(entry.name);
  command.add_option("--layer", layer, "what lies on the ground; default rsrp for a run, none for a park")->check(CLI::IsMember(names));
}

}  // namespace parktwin::cli
