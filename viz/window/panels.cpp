#include "viz/window/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viz/scene/colour_scale.h"
#include "viz/window/display.h"
#include "viz/window/wording.h"

namespace parktwin::viz::window {
namespace {

const Colour& colour_of(criteria::Status status) {
  static const std::array<Colour, 3> colours{ink::good(), ink::bad(), ink::soft()};
  return colours[status == criteria::Status::met || status == criteria::Status::declared ? 0 : status == criteria::Status::missed ? 1 : 2];
}

std::string of(Language language, const std::string& en, const std::string& zh) { return name_in(language, en, zh); }

void add_slider_track(Sheet& sheet, const PanelStyle& style, const PixelBox& track, double share) {
  const double middle = track.bottom + track.height / 2.0;
  const double thick = 4.0 * style.unit;
  sheet.shapes.emplace_back(Filled{{track.left, middle - thick / 2.0, track.width, thick}, rgb(0xC9D0D7), thick / 2.0});
  sheet.shapes.emplace_back(Filled{{track.left, middle - thick / 2.0, track.width * share, thick}, ink::accent(), thick / 2.0});
  const double knob = 16.0 * style.unit;
  sheet.shapes.emplace_back(
      Filled{{track.left + track.width * share - knob / 2.0, middle - knob / 2.0, knob, knob}, ink::accent(), knob / 2.0});
}

}  // namespace

Panel layer_panel(const PanelStyle& style, double width, const LayerChoice& choice) {
  Panel panel(style, width);
  panel.heading(word::layers.in(style.language));
  constexpr auto layers = names_of(Layer{});
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const Layer layer = layers[i].value;
    if (layer != Layer::none && !choice.maps) continue;
    panel.choice(layer == choice.layer, viz::phrase_of(layer).in(style.language), i < 9 ? std::to_string(i + 1) : "", Command::layer,
                 static_cast<int>(i));
  }
  panel.gap(0.3);
  panel.heading(word::parts.in(style.language));
  const auto& parts = drawn_parts();
  for (std::size_t i = 0; i < parts.size() && i < choice.parts.size(); ++i)
    panel.choice(choice.parts[i], parts[i].phrase.in(style.language), "", Command::part, static_cast<int>(i));
  return panel;
}

Panel object_panel(const PanelStyle& style, double width, const ObjectText& object, const Vector& at) {
  const Language language = style.language;
  Panel panel(style, width);
  panel.heading(object.name.empty() ? object.kind : object.name);
  if (!object.id.empty()) panel.text(object.name.empty() ? object.id : object.kind + " " + object.id, ink::soft());
  panel.text(fmt::format("{} {:.0f}, {} {:.0f}, {} {:.1f} m", word::east.in(language), at.x, word::north.in(language), at.y,
                         word::elevation.in(language), at.z),
             ink::soft());
  for (const auto& [name, value] : object.fields) panel.field(name, value);
  if (object.id.empty()) return panel;
  panel.gap(0.3);
  panel.heading(object.named_by.empty() ? word::named_by_none.in(language) : word::named_by.in(language));
  for (const NamedBy& clause : object.named_by) {
    panel.text(clause.clause + " " + clause.title + " · " + phrase_of(clause.status).in(language), colour_of(clause.status));
    for (std::size_t i = 0; i < std::min<std::size_t>(3, clause.lines.size()); ++i)
      panel.text(clause.lines[i], ink::dark(), style.padding());
    if (clause.lines.size() > 3)
      panel.text(filled(word::more, language, std::to_string(clause.lines.size() - 3)), ink::soft(), style.padding());
  }
  if (object.links.empty()) return panel;
  panel.gap(0.3);
  panel.heading(word::links.in(language));
  for (std::size_t i = 0; i < object.links.size(); ++i)
    panel.choice(object.links[i].operational, object.links[i].text, "", Command::link, static_cast<int>(i));
  return panel;
}

Panel what_if_panel(const PanelStyle& style, double width, const WhatIfText& text) {
  const Language language = style.language;
  Panel panel(style, width);
  panel.heading(word::what_if.in(language));
  constexpr std::size_t shown_edits = 3;
  const std::size_t first = text.edits.size() > shown_edits ? text.edits.size() - shown_edits : 0;
  if (first > 0) panel.text(filled(word::more, language, std::to_string(first)), ink::soft());
  for (std::size_t i = first; i < text.edits.size(); ++i) panel.text(text.edits[i], ink::accent());
  if (text.computing) panel.text(word::computing.in(language), ink::soft());
  if (!text.known) return panel;
  panel.gap(0.2);
  if (text.changes.empty()) panel.text(word::no_target_changes.in(language), ink::soft());
  for (const TargetChange& change : text.changes) {
    panel.text(change.id + " " + of(language, change.title_en, change.title_zh), ink::dark());
    std::string line = value_with_unit(change, change.before, language) + " → " + value_with_unit(change, change.after, language);
    if (change.status_before != change.status_after)
      line += fmt::format(" · {} → {}", phrase_of(change.status_before).in(language), phrase_of(change.status_after).in(language));
    panel.text(line, change.status_before != change.status_after ? colour_of(change.status_after) : ink::soft(), style.padding());
  }
  panel.gap(0.2);
  const auto met = [&](const std::array<int, 2>& counts) {
    return filled(word::met_of, language, std::to_string(counts[0]), std::to_string(counts[1]));
  };
  panel.text(text.met_before == text.met_after ? met(text.met_after) : fmt::format("{} → {}", text.met_before[0], met(text.met_after)),
             text.met_after[0] < text.met_before[0] ? ink::bad() : ink::dark());
  return panel;
}

Sheet help_sheet(const PanelStyle& style, const PixelBox& picture) {
  const double size = style.text_size();
  const double row = style.row_height() * 1.1;
  const double gap = 18.0 * style.unit;
  const std::array columns{help_of_looking(), help_of_working()};
  std::array<double, 2> keys{};
  std::array<double, 2> meanings{};
  std::size_t rows = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    rows = std::max(rows, columns[i].size());
    for (const HelpLine& line : columns[i]) {
      keys[i] = std::max(keys[i], style.text_width(line.keys.in(style.language), size));
      meanings[i] = std::max(meanings[i], style.text_width(line.meaning.in(style.language), size));
    }
  }
  const double width = 2.0 * gap + keys[0] + gap + meanings[0] + 2.5 * gap + keys[1] + gap + meanings[1];
  const double height = row * (static_cast<double>(rows) + 1.6) + 2.0 * gap;
  const PixelBox plate{picture.left + (picture.width - width) / 2.0, picture.bottom + (picture.height - height) / 2.0, width, height};
  Sheet sheet;
  add_plate(sheet, plate, style.unit);
  const double title = 22.0 * style.unit;
  sheet.texts.push_back({word::help_title.in(style.language), {plate.left + gap, plate.top() - gap - title * 0.9}, title, ink::dark()});
  double left = plate.left + gap;
  for (std::size_t i = 0; i < 2; ++i) {
    double y = plate.top() - gap - row * 1.6;
    for (const HelpLine& line : columns[i]) {
      y -= row;
      const double base = y + row / 2.0 - size * 0.36;
      sheet.texts.push_back({line.keys.in(style.language), {left, base}, size, ink::accent()});
      sheet.texts.push_back({line.meaning.in(style.language), {left + keys[i] + gap, base}, size, ink::dark()});
    }
    left += keys[i] + gap + meanings[i] + 2.5 * gap;
  }
  return sheet;
}

double phase_slider_height(const PanelStyle& style) { return style.row_height() * 2.0; }

Sheet phase_slider(const PanelStyle& style, const PixelBox& area, const std::vector<std::string>& stops, std::size_t at, bool loading) {
  Sheet sheet;
  add_plate(sheet, area, style.unit);
  const double size = style.text_size();
  const double pad = style.padding();
  const std::string label = word::phase.in(style.language) + " " + stops[at] + (loading ? " · " + word::loading.in(style.language) : "");
  sheet.texts.push_back({shortened(label, area.width - 2.0 * pad, size, style.text_width),
                         {area.left + pad, area.bottom + style.row_height() * 1.45 - size * 0.36},
                         size,
                         ink::dark()});
  const PixelBox track{area.left + pad * 1.5, area.bottom + 3.0 * style.unit, area.width - 3.0 * pad, style.row_height()};
  const double share = stops.size() < 2 ? 0.0 : static_cast<double>(at) / static_cast<double>(stops.size() - 1);
  for (std::size_t i = 0; i < stops.size() && stops.size() > 1; ++i) {
    const double x = track.left + track.width * static_cast<double>(i) / static_cast<double>(stops.size() - 1);
    const double tick = 8.0 * style.unit;
    sheet.shapes.emplace_back(
        Filled{{x - tick / 2.0, track.bottom + track.height / 2.0 - tick / 2.0, tick, tick}, ink::pale(), tick / 2.0});
  }
  add_slider_track(sheet, style, track, share);
  sheet.buttons.push_back({track, Command::phase_slider, 0, true});
  return sheet;
}

double time_slider_height(const PanelStyle& style) { return style.row_height() * 4.6; }

Sheet time_slider(const PanelStyle& style, const PixelBox& area, const Results& results, std::size_t step) {
  Sheet sheet;
  add_plate(sheet, area, style.unit);
  const Language language = style.language;
  const double size = style.text_size();
  const double pad = style.padding();
  const PowerFigures now = figures_at(results, step);
  const std::array<Colour, 3> colours{ink::dark(), rgb(0xE0A100), rgb(0x1D6FB8)};
  const auto megawatts = [&](const Phrase& what, double kw) { return fmt::format("{} {:.2f} MW", what.in(language), kw / 1000.0); };
  const double base = area.top() - style.row_height() * 0.7 - size * 0.36;
  double x = area.left + pad;
  const auto write = [&](const std::string& text, const Colour& colour) {
    const std::string fitting = shortened(text, area.right() - pad - x, size, style.text_width);
    sheet.texts.push_back({fitting, {x, base}, size, colour});
    x += style.text_width(fitting, size) + 16.0 * style.unit;
  };
  write(time_text(step), ink::dark());
  write(megawatts(word::load, now.load_kw), colours[0]);
  write(megawatts(word::solar_power, now.pv_kw), rgb(0xA87900));
  write(megawatts(word::from_grid, now.import_kw), colours[2]);
  const auto alarms = alarms_at(results, step);
  if (!alarms.empty() && area.right() - pad - x > 90.0 * style.unit)
    write(fmt::format("{}: {}", word::alarms.in(language), fmt::join(alarms, ", ")), ink::bad());

  const auto day = day_around(results, step);
  const PixelBox chart{area.left + pad, area.bottom + style.row_height() * 1.25, area.width - 2.0 * pad, style.row_height() * 2.0};
  double highest = 1.0;
  for (const PowerFigures& figures : day) highest = std::max({highest, figures.load_kw, figures.pv_kw, figures.import_kw});
  const auto place = [&](std::size_t i, double kw) {
    return PixelPoint{chart.left + chart.width * static_cast<double>(i) / static_cast<double>(steps_per_day - 1),
                      chart.bottom + chart.height * std::clamp(kw / highest, 0.0, 1.0)};
  };
  for (std::size_t i = 0; i + 1 < day.size(); ++i) {
    sheet.shapes.emplace_back(Line{place(i, day[i].import_kw), place(i + 1, day[i + 1].import_kw), 2.0 * style.unit, colours[2]});
    sheet.shapes.emplace_back(Line{place(i, day[i].pv_kw), place(i + 1, day[i + 1].pv_kw), 2.0 * style.unit, colours[1]});
    sheet.shapes.emplace_back(Line{place(i, day[i].load_kw), place(i + 1, day[i + 1].load_kw), 2.0 * style.unit, colours[0]});
  }
  const double here = place(step % steps_per_day, 0.0).x;
  sheet.shapes.emplace_back(Line{{here, chart.bottom}, {here, chart.top()}, 1.5 * style.unit, ink::pale()});
  const PixelBox track{area.left + pad * 1.5, area.bottom + 3.0 * style.unit, area.width - 3.0 * pad, style.row_height()};
  add_slider_track(sheet, style, track, static_cast<double>(step) / static_cast<double>(std::max<std::size_t>(1, steps_of(results) - 1)));
  sheet.buttons.push_back({track, Command::time_slider, 0, true});
  return sheet;
}

Sheet message_sheet(const PanelStyle& style, double middle, double bottom, double greatest_width, const std::string& text) {
  const double size = style.text_size();
  const auto lines = wrapped(text, greatest_width - 2.0 * style.padding(), size, style.text_width);
  double width = 0.0;
  for (const std::string& line : lines) width = std::max(width, style.text_width(line, size));
  const double pad = style.padding() * 0.6;
  const PixelBox plate{middle - width / 2.0 - style.padding(), bottom, width + 2.0 * style.padding(),
                       style.row_height() * static_cast<double>(lines.size()) + 2.0 * pad};
  Sheet sheet;
  add_plate(sheet, plate, style.unit);
  double y = plate.top() - pad;
  for (const std::string& line : lines) {
    y -= style.row_height();
    sheet.texts.push_back({line, {plate.left + style.padding(), y + style.row_height() / 2.0 - size * 0.36}, size, ink::dark()});
  }
  return sheet;
}

Sheet scale_plate(const PanelStyle& style, double right, double bottom, double metres_per_pixel) {
  const double longest = 90.0 * style.unit * metres_per_pixel;
  const double power = std::pow(10.0, std::floor(std::log10(longest)));
  const double metres = longest >= 5.0 * power ? 5.0 * power : longest >= 2.0 * power ? 2.0 * power : power;
  const double bar = metres / metres_per_pixel;
  const std::string text =
      (metres >= 1000.0 ? number_text(metres / 1000.0) + " km " : number_text(metres) + " m ") + word::scale_here.in(style.language);
  const double size = style.text_size() * 0.94;
  const double width = bar + style.text_width(text, size) + 3.0 * style.padding();
  const PixelBox plate{right - width, bottom, width, style.row_height() * 1.3};
  Sheet sheet;
  add_plate(sheet, plate, style.unit);
  const double thick = 5.0 * style.unit;
  const double middle = plate.bottom + plate.height / 2.0;
  sheet.shapes.emplace_back(Filled{{plate.left + style.padding(), middle - thick / 2.0, bar, thick}, ink::dark(), 0.0});
  sheet.texts.push_back({text, {plate.left + 2.0 * style.padding() + bar, middle - size * 0.36}, size, ink::dark()});
  return sheet;
}

std::string value_with_unit(const TargetChange& change, const std::optional<double>& value, Language language) {
  if (!value) return "–";
  const std::string& unit = language == Language::en && !change.unit_en.empty() ? change.unit_en : change.unit;
  return number_text(*value) + (unit.empty() ? "" : " " + unit);
}

}  // namespace parktwin::viz::window
