// What lies over the picture: the desk's panels, laid out around title, legend and north arrow so that none covers another.
#include <fmt/format.h>

#include <algorithm>

#include "viz/window/desk.h"
#include "viz/window/measured_line.h"
#include "viz/window/panels.h"
#include "viz/window/wording.h"
#include "viz/window/year_time.h"

namespace parktwin::viz::window {
namespace {

/// Text stays readable on small pictures, where title and legend shrink further.
constexpr double least_unit = 0.76;

}  // namespace

double panel_unit(double scale) { return std::max(scale, least_unit); }

double right_column_width(double scale) { return 345.0 * panel_unit(scale); }

Columns Desk::columns(const Surroundings& around) const {
  Columns columns;
  columns.unit = panel_unit(around.scale);
  columns.margin = 28.0 * around.scale;
  columns.gap = 12.0 * columns.unit;
  columns.right_width = right_column_width(around.scale);
  columns.right = width_ - columns.margin - columns.right_width;
  columns.middle_left = std::max(around.legend.right(), columns.margin) + columns.gap;
  columns.middle_width = columns.right - columns.gap - columns.middle_left;
  return columns;
}

PanelStyle Desk::style(double unit) const { return {unit, inputs_.text_width, inputs_.language}; }

const Sheet& Desk::lay_out(const Surroundings& around) {
  around_ = around;
  last_sheet_ = sheet(around);
  return last_sheet_;
}

Sheet Desk::sheet(const Surroundings& around) {
  const Columns& at = columns_ = columns(around);
  const PanelStyle look = style(at.unit);
  Sheet sheet = measured_line(look, navigator_.view(), measured_, width_, height_);
  double bottom = at.margin;
  if (view().projection == Projection::perspective) {
    const Sheet scale = scale_plate(look, width_ - at.margin, at.margin, metres_per_pixel(view(), height_));
    sheet.add(scale);
    bottom = scale.panels.front().top();
  } else {
    bottom = around.scale_bar.top();
  }
  add_right_column(sheet, look, at, around, bottom + at.gap);
  const double middle_bottom = add_sliders(sheet, look, at);
  if (object_) {
    const double width = 340.0 * at.unit;
    const double left = at.right - at.gap - width;
    const double top = left < around.title.right() + at.gap ? around.title.bottom - at.gap : height_ - at.margin;
    const Panel panel = object_panel(look, width, *object_, selected_->at);
    last_row_ = panel.rows();
    sheet.add(panel.placed(left, top, top - middle_bottom, first_row_));
  }
  add_message(sheet, look, at, middle_bottom);
  if (show_help_) return help_sheet(look, {0.0, 0.0, static_cast<double>(width_), static_cast<double>(height_)});
  return sheet;
}

void Desk::add_right_column(Sheet& sheet, const PanelStyle& look, const Columns& at, const Surroundings& around, double bottom) const {
  double top = around.arrow.bottom - at.gap;
  const std::string hint = word::help_hint.in(inputs_.language);
  const double hint_width = look.text_width(hint, look.text_size()) + 2.0 * look.padding();
  sheet.add(message_sheet(look, around.arrow.left - at.gap - hint_width / 2.0,
                          around.arrow.bottom + around.arrow.height / 2.0 - 0.85 * look.row_height(), 2.0 * hint_width, hint));
  if (show_layers_) {
    const LayerChoice choice{layer_, base_->results && !base_->results->radio.rsrp_dbm.empty(), parts_};
    const Sheet layers = layer_panel(look, at.right_width, choice).placed(at.right, top, top - bottom);
    top = layers.panels.front().bottom - at.gap;
    sheet.add(layers);
  }
  if (edits_.empty()) return;
  WhatIfText text;
  for (const Edit& edit : edits_.list()) text.edits.push_back(edit_text(edit));
  text.computing = following_;
  text.known = changes_known_;
  text.changes = changes_;
  text.met_before = met_before_;
  text.met_after = met_after_;
  if (top - bottom > 4.0 * look.row_height())
    sheet.add(what_if_panel(look, at.right_width, text).placed(at.right, top, top - bottom, first_change_));
}

double Desk::add_sliders(Sheet& sheet, const PanelStyle& look, const Columns& at) const {
  double bottom = at.margin;
  if (at.middle_width < 200.0 * at.unit) return bottom;
  if (show_time_ && has_year(base_->results.get())) {
    const PixelBox area{at.middle_left, bottom, at.middle_width, time_slider_height(look)};
    sheet.add(time_slider(look, area, *base_->results, time_step_));
    bottom = area.top() + at.gap;
  }
  if (inputs_.phases.size() > 1) {
    const PixelBox area{at.middle_left, bottom, at.middle_width, phase_slider_height(look)};
    sheet.add(phase_slider(look, area, inputs_.phases, phase_, loading_));
    bottom = area.top() + at.gap;
  }
  return bottom;
}

void Desk::add_message(Sheet& sheet, const PanelStyle& look, const Columns& at, double bottom) const {
  std::string text = message_;
  if (measured_.size() == 2) text = measurement_text(measured(measured_[0], measured_[1]), inputs_.language);
  if (text.empty()) return;
  const double room = (object_ ? at.right - at.gap - 340.0 * at.unit : at.right) - at.gap - at.middle_left;
  const double width = std::max(room, 220.0 * at.unit);
  sheet.add(message_sheet(look, at.middle_left + width / 2.0, bottom, width, text));
}

}  // namespace parktwin::viz::window
