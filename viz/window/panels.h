#pragma once
// The window's panels: layers, the picked object, what-if, help, sliders, messages.
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "viz/window/followed_run.h"
#include "viz/window/object_text.h"
#include "viz/window/panel.h"
#include "viz/window/viewpoint.h"
#include "viz/window/year_time.h"

namespace parktwin::viz::window {

struct LayerChoice {
  Layer layer = Layer::none;
  bool maps = false;  ///< the run has maps to choose from
  std::vector<bool> parts;
};
[[nodiscard]] Panel layer_panel(const PanelStyle& style, double width, const LayerChoice& choice);

[[nodiscard]] Panel object_panel(const PanelStyle& style, double width, const ObjectText& object, const Vector& at);

struct WhatIfText {
  std::vector<std::string> edits;  ///< earliest first
  bool computing = false;
  bool known = false;  ///< the changes are those of the edits
  std::vector<TargetChange> changes;
  std::array<int, 2> met_before{};  ///< met, of those with a verdict
  std::array<int, 2> met_after{};
};
[[nodiscard]] Panel what_if_panel(const PanelStyle& style, double width, const WhatIfText& text);

/// In the middle of the picture, as wide as it needs.
[[nodiscard]] Sheet help_sheet(const PanelStyle& style, const PixelBox& picture);

/// Stops of a slider; the bar is `area`.
[[nodiscard]] Sheet phase_slider(const PanelStyle& style, const PixelBox& area, const std::vector<std::string>& stops, std::size_t at,
                                 bool loading);
[[nodiscard]] double phase_slider_height(const PanelStyle& style);

[[nodiscard]] Sheet time_slider(const PanelStyle& style, const PixelBox& area, const Results& results, std::size_t step);
[[nodiscard]] double time_slider_height(const PanelStyle& style);

/// One line in a plate, centred on `middle`, its lower edge at `bottom`.
[[nodiscard]] Sheet message_sheet(const PanelStyle& style, double middle, double bottom, double greatest_width, const std::string& text);

/// A bar of a round length and what it is in the middle of a view in perspective; its lower right corner there.
[[nodiscard]] Sheet scale_plate(const PanelStyle& style, double right, double bottom, double metres_per_pixel);

/// "98.46 %", "61 enterprises".
[[nodiscard]] std::string value_with_unit(const TargetChange& change, const std::optional<double>& value, Language language);

}  // namespace parktwin::viz::window
