#include "viz/osg/graphics_context.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <cstdlib>
#include <osgViewer/GraphicsWindow>
#include <stdexcept>
#include <string>

USE_GRAPHICSWINDOW()

namespace parktwin::viz {
namespace {

/// All drawing goes to framebuffer objects, so the surface only has to exist.
constexpr int surface_side = 16;

class EglContext : public osg::GraphicsContext {
 public:
  EglContext() {
    _traits = new Traits;
    _traits->width = surface_side;
    _traits->height = surface_side;
    setState(new osg::State);
    getState()->setGraphicsContext(this);
    getState()->setContextID(osg::GraphicsContext::createNewContextID());
    open();
  }
  [[nodiscard]] const std::string& failure() const { return failure_; }

  bool valid() const override { return failure_.empty(); }
  bool realizeImplementation() override { return realized_ = valid(); }
  bool isRealizedImplementation() const override { return realized_; }
  void closeImplementation() override {
    realized_ = false;
    if (display_ == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (surface_ != EGL_NO_SURFACE) eglDestroySurface(display_, surface_);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    surface_ = EGL_NO_SURFACE;
    context_ = EGL_NO_CONTEXT;
  }
  bool makeCurrentImplementation() override {
    // The bound interface belongs to the thread; another user of EGL may have changed it.
    return eglBindAPI(EGL_OPENGL_API) == EGL_TRUE && eglMakeCurrent(display_, surface_, surface_, context_) == EGL_TRUE;
  }
  bool makeContextCurrentImplementation(osg::GraphicsContext*) override { return makeCurrentImplementation(); }
  bool releaseContextImplementation() override {
    return eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT) == EGL_TRUE;
  }
  void bindPBufferToTextureImplementation(GLenum) override {}
  void swapBuffersImplementation() override {}

 protected:
  ~EglContext() override { close(true); }

 private:
  void open() {
    setenv("EGL_LOG_LEVEL", "fatal", 0);  // Mesa's warnings about missing displays are no news here
    const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return fail("no EGL platform extension");
    display_ = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display_ == EGL_NO_DISPLAY || eglInitialize(display_, nullptr, nullptr) != EGL_TRUE) return fail("no surfaceless EGL display");
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return fail("EGL without OpenGL");
    const EGLint wanted[] = {
        EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_RED_SIZE, 8, EGL_GREEN_SIZE, 8, EGL_BLUE_SIZE, 8,
        EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display_, wanted, &config, 1, &count) != EGL_TRUE || count == 0) return fail("no EGL configuration with OpenGL");
    const EGLint size[] = {EGL_WIDTH, surface_side, EGL_HEIGHT, surface_side, EGL_NONE};
    surface_ = eglCreatePbufferSurface(display_, config, size);
    context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, nullptr);
    if (surface_ == EGL_NO_SURFACE || context_ == EGL_NO_CONTEXT) fail("EGL refused a context");
  }
  void fail(const std::string& reason) { failure_ = reason; }

  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLSurface surface_ = EGL_NO_SURFACE;
  EGLContext context_ = EGL_NO_CONTEXT;
  std::string failure_;
  bool realized_ = false;
};

osg::ref_ptr<osg::GraphicsContext> on_display() {
  osg::ref_ptr<osg::GraphicsContext::Traits> traits = new osg::GraphicsContext::Traits;
  traits->readDISPLAY();
  traits->setUndefinedScreenDetailsToDefaultScreen();
  traits->width = surface_side;
  traits->height = surface_side;
  traits->pbuffer = true;
  osg::ref_ptr<osg::GraphicsContext> context = osg::GraphicsContext::createGraphicsContext(traits.get());
  return context.valid() && context->valid() ? context : nullptr;
}

}  // namespace

osg::ref_ptr<osg::GraphicsContext> make_graphics_context() {
  osg::ref_ptr<EglContext> egl = new EglContext;
  osg::ref_ptr<osg::GraphicsContext> context = egl.get();
  std::string tried = "EGL: " + egl->failure();
  if (!egl->valid()) {
    const char* display = std::getenv("DISPLAY");
    const bool named = display != nullptr && *display != '\0';
    context = named ? on_display() : nullptr;
    tried += named ? "; GLX on display " + std::string(display) + ": no context" : "; DISPLAY is not set";
  }
  if (!context.valid() || !context->realize()) throw std::runtime_error("no OpenGL context for drawing (" + tried + ")");
  return context;
}

CurrentContext::CurrentContext(osg::GraphicsContext& context) : context_(context) {
  if (!context_.makeCurrent()) throw std::runtime_error("the OpenGL context cannot be made current");
}

CurrentContext::~CurrentContext() { context_.releaseContext(); }

}  // namespace parktwin::viz
