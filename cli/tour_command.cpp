#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/picture_size.h"
#include "engine/storage/storage.h"
#include "viz/tour/stops.h"
#include "viz/video/film.h"
#include "viz/video/video_file.h"
#include "viz/window/saved_views.h"

namespace parktwin::cli {
namespace {

struct TourArguments {
  std::string folder;
  std::string out;
  std::string views;
  std::string size = "1920x1080";
  int frames_per_second = 25;
  double seconds = 5.0;
};

int tour(const TourArguments& arguments, Session& session) {
  static_cast<void>(viz::find_ffmpeg());  // before anything takes time
  session.progress.begin("reading", 1);
  auto saved = storage::load(arguments.folder);
  if (!arguments.views.empty()) saved.views = viz::window::read_views(arguments.views);
  const auto stops = viz::tour::stops_of(saved);
  const auto [width, height] = picture_size(arguments.size);
  viz::VideoFile video(arguments.out, width, height, arguments.frames_per_second);
  viz::Film film(saved, stops, {width, height, arguments.frames_per_second, arguments.seconds, session.language});
  session.progress.begin("drawing", film.frames());
  for (std::size_t i = 0; i < film.frames(); ++i) {
    video.add(film.frame(i));
    session.progress.advance();
  }
  session.progress.begin("writing", 1);
  const auto bytes = video.finish();
  session.progress.end();
  if (session.json) {
    nlohmann::ordered_json json = {{"film", arguments.out}, {"stops", stops.size()}, {"frames", film.frames()}};
    json["seconds"] = static_cast<double>(film.frames()) / arguments.frames_per_second;
    json["bytes"] = bytes;
    session.out << json.dump() << '\n';
  } else {
    session.out << arguments.out << '\n';
  }
  return done;
}

std::string check_ending(const std::string& file) { return file.ends_with(".mp4") ? "" : "expected a file name that ends with .mp4"; }

}  // namespace

void add_tour_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<TourArguments>();
  auto* command = app.add_subcommand("tour", "Film of a run's saved views, flying from one to the next; no display needed");
  command->add_option("DIR", arguments->folder, "folder of a run")->required();
  command->add_option("--out", arguments->out, "film to write (MP4)")->required()->check(CLI::Validator(check_ending, "FILE.mp4"));
  command->add_option("--size", arguments->size, "size in pixels, even numbers")->check(size_of_film())->capture_default_str();
  command->add_option("--fps", arguments->frames_per_second, "frames per second")->check(CLI::Range(1, 60))->capture_default_str();
  command->add_option("--seconds", arguments->seconds, "at each view that does not say how long")
      ->check(CLI::Range(0.5, 600.0))
      ->capture_default_str();
  command->add_option("--views", arguments->views, "file of views, such as `view` saves, in place of the scenario's")
      ->check(CLI::ExistingFile);
  command->footer(
      "Views are those of the scenario's key `views`; without it, those a run has to show. Needs the program ffmpeg.\n"
      "Example: parktwin tour runs/reference --out tour.mp4 --lang zh");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return tour(*arguments, session); }; });
}

}  // namespace parktwin::cli
