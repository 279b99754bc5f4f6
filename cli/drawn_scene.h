#pragma once
// The scene of a run or a park, for the commands that show it.
#include <CLI/CLI.hpp>
#include <string>

#include "cli/session.h"
#include "viz/scene/scene.h"

namespace parktwin::cli {

struct DrawnScene {
  Park park;
  viz::Scene scene;
};

/// `layer`: one of viz::Layer's names; empty: rsrp for a run, none for a park.
[[nodiscard]] DrawnScene drawn_scene(const std::string& folder, const std::string& layer, Session& session);

void add_layer_option(CLI::App& command, std::string& layer);

}  // namespace parktwin::cli
