#include "viz/osg/window/twin_window.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <osg/Image>
#include <osg/Notify>
#include <osgUtil/SceneView>
#include <osgViewer/GraphicsWindow>
#include <stdexcept>
#include <thread>
#include <utility>

#include "engine/core/errors.h"
#include "engine/core/whole_file.h"
#include "viz/osg/head_up.h"
#include "viz/osg/picture.h"
#include "viz/osg/window/events.h"
#include "viz/osg/window/eye.h"
#include "viz/osg/window/sheet_canvas.h"
#include "viz/osg/window/twin_nodes.h"
#include "viz/window/wording.h"

namespace parktwin::viz::window {
namespace {

/// OpenSceneGraph prints to stderr by itself; what matters comes back as exceptions.
class Silence : public osg::NotifyHandler {
 public:
  void notify(osg::NotifySeverity, const char*) override {}
};

osg::ref_ptr<osg::GraphicsContext::Traits> traits_of(const WindowOptions& options, unsigned samples) {
  osg::ref_ptr<osg::GraphicsContext::Traits> traits = new osg::GraphicsContext::Traits;
  traits->readDISPLAY();
  traits->setUndefinedScreenDetailsToDefaultScreen();
  traits->x = 0;
  traits->y = 0;
  traits->width = options.width;
  traits->height = options.height;
  traits->windowDecoration = true;
  traits->windowName = "opening " + options.title;
  traits->doubleBuffer = true;
  traits->depth = 24;
  traits->stencil = 8;
  traits->sampleBuffers = samples > 0 ? 1 : 0;
  traits->samples = samples;
  return traits;
}

osg::ref_ptr<osgViewer::GraphicsWindow> open_window(const WindowOptions& options) {
  for (const unsigned samples : {4U, 0U}) {
    const auto traits = traits_of(options, samples);
    osg::ref_ptr<osg::GraphicsContext> context = osg::GraphicsContext::createGraphicsContext(traits.get());
    osg::ref_ptr<osgViewer::GraphicsWindow> window = dynamic_cast<osgViewer::GraphicsWindow*>(context.get());
    if (window.valid() && window->valid() && window->realize()) return window;
  }
  throw std::runtime_error("the display gives no OpenGL window");
}

class Shell {
 public:
  Shell(DeskInputs inputs, const WindowOptions& options);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;
  void run();

 private:
  void take_events();
  void draw();
  void write_picture(const std::filesystem::path& file);
  [[nodiscard]] RenderOptions size() const;

  std::string title_;
  bool named_ = false;
  osg::ref_ptr<osgViewer::GraphicsWindow> window_;
  std::unique_ptr<Desk> desk_;
  std::unique_ptr<TwinNodes> nodes_;
  osg::ref_ptr<osgUtil::SceneView> scene_view_;
  osg::ref_ptr<osg::Node> head_up_;
  osg::ref_ptr<osg::Node> panels_;
};

Shell::Shell(DeskInputs inputs, const WindowOptions& options) : title_(options.title) {
  osg::setNotifyHandler(new Silence);
  osg::setNotifyLevel(osg::FATAL);
  window_ = open_window(options);
  inputs.text_width = canvas_text_width();
  inputs.start = [this, first = inputs.display.scene, options](Start start) {
    RenderOptions now;
    now.width = desk_ ? size().width : options.width;
    now.height = desk_ ? size().height : options.height;
    const double right = desk_ && !desk_->shows_layers() ? 0.0 : right_column_width(pixel_scale(now));
    return start_view(start, desk_ ? desk_->display().scene : first, now, right);
  };
  desk_ = std::make_unique<Desk>(std::move(inputs), options.width, options.height);
  nodes_ = std::make_unique<TwinNodes>(desk_->display());
  window_->makeCurrent();
  osg::State& state = *window_->getState();
  state.initializeExtensionProcs();
  scene_view_ = new osgUtil::SceneView;
  scene_view_->setDefaults(osgUtil::SceneView::NO_SCENEVIEW_LIGHT);
  scene_view_->setState(&state);
  scene_view_->getCamera()->setGraphicsContext(window_.get());
  scene_view_->getCamera()->setClearMask(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  scene_view_->setComputeNearFarMode(osg::CullSettings::DO_NOT_COMPUTE_NEAR_FAR);
  scene_view_->setSceneData(nodes_->root().get());
  scene_view_->init();
}

Shell::~Shell() {
  // GL objects go while their context is current.
  if (window_.valid() && window_->makeCurrent() && scene_view_.valid()) {
    scene_view_->releaseAllGLObjects();
    scene_view_->setSceneData(nullptr);
  }
  head_up_ = nullptr;
  panels_ = nullptr;
  nodes_ = nullptr;
  scene_view_ = nullptr;
  if (window_.valid()) window_->close(true);
}

RenderOptions Shell::size() const {
  RenderOptions options;
  options.width = desk_->width();
  options.height = desk_->height();
  return options;
}

void Shell::run() {
  using Clock = std::chrono::steady_clock;
  auto last = Clock::now();
  while (desk_->open()) {
    take_events();
    const auto now = Clock::now();
    // A slow frame must not carry a walker through a building.
    desk_->advance(std::min(0.25, std::chrono::duration<double>(now - last).count()));
    last = now;
    if (desk_->take_change()) {
      draw();
      if (!std::exchange(named_, true)) window_->setWindowName(title_);  // from here on it listens
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(8));
    }
  }
}

void Shell::take_events() {
  window_->checkEvents();
  osgGA::EventQueue::Events events;
  window_->getEventQueue()->takeEvents(events);
  pass_on(events, *desk_);
}

void Shell::draw() {
  const RenderOptions options = size();
  Scene scene = desk_->display().scene;
  if (!desk_->shows(*part_of("names"))) scene.labels.clear();
  const CameraView camera = camera_of(desk_->view(), scene, options.width, options.height);

  Canvas over(options.width, options.height);
  Surroundings around{pixel_scale(options), title_box(over, scene, options), {}, north_arrow_box(options), scale_bar_box(options)};
  if (!scene.legends.empty()) around.legend = legend_panel(over, scene, options);
  const Sheet& sheet = desk_->lay_out(around);
  std::vector<PixelBox> taken;
  for (const PixelBox& panel : sheet.panels) taken.push_back(panel);
  draw_head_up(over, scene, options, camera, taken);
  Canvas panels(options.width, options.height);
  window::draw(panels, sheet);

  nodes_->follow(*desk_);
  osg::Group& root = *nodes_->root();
  if (head_up_.valid()) root.removeChild(head_up_.get());
  if (panels_.valid()) root.removeChild(panels_.get());
  head_up_ = over.node();
  panels_ = panels.node();
  panels_->getOrCreateStateSet()->setRenderBinDetails(200, "RenderBin");  // over the head-up's 100
  root.addChild(head_up_.get());
  root.addChild(panels_.get());

  window_->makeCurrent();
  scene_view_->setViewport(0, 0, options.width, options.height);
  scene_view_->setClearColor({scene.background.red, scene.background.green, scene.background.blue, 1.0F});
  scene_view_->setViewMatrix(camera.view);
  scene_view_->setProjectionMatrix(camera.projection);
  scene_view_->update();
  scene_view_->cull();
  scene_view_->draw();
  if (const auto file = desk_->take_picture_wish()) write_picture(*file);
  window_->swapBuffers();
  double available_s = 1.0;
  scene_view_->flushDeletedGLObjects(available_s);
}

void Shell::write_picture(const std::filesystem::path& file) {
  const osg::ref_ptr<osg::Image> image = new osg::Image;
  image->readPixels(0, 0, desk_->width(), desk_->height(), GL_RGB, GL_UNSIGNED_BYTE, 1);
  Picture picture{desk_->width(), desk_->height(), {}};
  picture.rgb.assign(image->data(), image->data() + image->getTotalSizeInBytes());
  try {
    write_whole(encode_png(picture), file);
    desk_->say(filled(word::screenshot_written, desk_->language(), file.string()));
  } catch (const std::exception& error) {
    desk_->say(filled(word::not_saved, desk_->language(), error.what()));
  }
}

}  // namespace

void require_display() {
  osg::GraphicsContext::WindowingSystemInterface* system = osg::GraphicsContext::getWindowingSystemInterface();
  osg::GraphicsContext::ScreenIdentifier screen;
  screen.readDISPLAY();
  osg::setNotifyHandler(new Silence);
  osg::setNotifyLevel(osg::FATAL);
  const std::string found = screen.hostName.empty() && screen.displayNum == 0 ? "" : screen.displayName();
  // Without the variable the library would try the first display, which may be someone else's.
  const char* const named = std::getenv("DISPLAY");
  if (named != nullptr && *named != '\0' && system != nullptr && system->getNumScreens(screen) > 0) return;
  throw InputError("DISPLAY", "",
                   "found no X display" + (found.empty() ? std::string() : " at " + found) +
                       ", expected one for the window; parktwin render and parktwin tour draw without a display");
}

void show_window(DeskInputs inputs, const WindowOptions& options) {
  require_display();
  Shell(std::move(inputs), options).run();
}

}  // namespace parktwin::viz::window
