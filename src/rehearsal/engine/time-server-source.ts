/** The package and class of the program below, as `java` wants to hear it. */
export const TIME_SERVER_CLASS = 'io.temporal.internal.testservice.TimeServer';

/**
 * The program by which the time-skipping server is started; it is compiled on the spot. Temporal's own begins at the
 * computer's time; this one begins at an instant of ours (milliseconds since 1970). And it mends what a thousand cases don't
 * live with:
 * - every lock on time is kept in a list for debugging, which each step searches from its start: each step takes longer;
 * - a child that ends after its parent's run, as every tranche does, leaves its lock behind: time stands still for ever;
 * - a signal that comes while its receiver continues as new is lost, or its receiver isn't told that it has to look again:
 *   Temporal itself lets no signal go.
 * It is in the server's own package, because what has to be mended is closed to others.
 */
export const TIME_SERVER = `package io.temporal.internal.testservice;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.internal.common.WorkflowExecutionUtils;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.function.Supplier;

public class TimeServer {
  private static final long SETTLES_WITHIN_MS = 150;
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

  /** Keeps no lock, and counts those by which ended children tell their parents. */
  static final class Locks extends LinkedList<Object> {
    private int untold = 0;
    private long changedAt = 0;

    @Override
    public synchronized boolean add(Object event) {
      String caller = String.valueOf(read(event, "caller"));
      boolean isLock = "LOCK".equals(((Enum<?>) read(event, "lockType")).name());
      boolean isTold = caller.startsWith("childWorkflow") && !caller.equals("childWorkflowStarted");
      if (isLock && caller.endsWith("notify parent")) change(1);
      if (!isLock && isTold) change(-1);
      return true;
    }

    @Override
    public boolean remove(Object event) {
      return true;
    }

    private void change(int by) {
      untold += by;
      changedAt = System.currentTimeMillis();
    }

    synchronized int forgotten() {
      if (untold <= 0 || System.currentTimeMillis() - changedAt < SETTLES_WITHIN_MS) return 0;
      int count = untold;
      untold = 0;
      return count;
    }
  }

  /** Runs by some key of theirs, each mended on its way out. */
  static final class Runs<Key> extends HashMap<Key, TestWorkflowMutableState> {
    @Override
    public TestWorkflowMutableState get(Object key) {
      TestWorkflowMutableState found = super.get(key);
      return found == null ? null : mended(found, () -> super.get(key));
    }
  }

  private static TestWorkflowMutableState mended(
      TestWorkflowMutableState run, Supplier<TestWorkflowMutableState> latest) {
    InvocationHandler handler =
        (proxy, method, args) -> {
          try {
            Object answer = method.invoke(run, args);
            if (method.getName().equals("completeWorkflowTask")) refuseUnhandled(run, args[1]);
            return answer;
          } catch (InvocationTargetException failed) {
            boolean isLate = method.getName().equals("signalFromWorkflow") && isOver(failed.getCause());
            TestWorkflowMutableState next = latest.get();
            if (!isLate || next == run) throw failed.getCause();
            return invoked(next, method, args);
          }
        };
    Class<?>[] type = {TestWorkflowMutableState.class};
    return (TestWorkflowMutableState)
        Proxy.newProxyInstance(TimeServer.class.getClassLoader(), type, handler);
  }

  /** A task that would end a run and didn't, because something had come meanwhile: its worker has to know. */
  private static void refuseUnhandled(TestWorkflowMutableState run, Object request) {
    boolean isEnd =
        ((RespondWorkflowTaskCompletedRequest) request)
            .getCommandsList().stream().anyMatch(WorkflowExecutionUtils::isWorkflowExecutionCompleteCommand);
    if (isEnd && !run.isTerminalState())
      throw Status.INVALID_ARGUMENT.withDescription("UnhandledCommand").asRuntimeException();
  }

  private static Object invoked(Object run, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(run, args);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static boolean isOver(Throwable error) {
    return error instanceof StatusRuntimeException
        && ((StatusRuntimeException) error).getStatus().getCode() == Status.Code.NOT_FOUND;
  }

  public static void main(String[] args) throws Exception {
    TestServicesStarter services = new TestServicesStarter(true, Long.parseLong(args[1]));
    SelfAdvancingTimer timer = (SelfAdvancingTimer) read(services, "selfAdvancingTimer");
    Locks locks = new Locks();
    field(timer, "lockEvents").set(timer, locks);
    TestWorkflowService workflows = services.getWorkflowService();
    field(workflows, "executionsByWorkflowId").set(workflows, new Runs<WorkflowId>());
    field(workflows, "executions").set(workflows, new Runs<ExecutionId>());
    ServerBuilder<?> builder =
        Grpc.newServerBuilderForPort(Integer.parseInt(args[0]), InsecureServerCredentials.create());
    builder.maxInboundMessageSize(LARGEST_MESSAGE);
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    builder.build().start();
    System.out.println("ready");
    for (;;) {
      Thread.sleep(10);
      for (int left = locks.forgotten(); left > 0; left--) timer.unlockTimeSkipping("forgotten");
    }
  }

  private static Object read(Object owner, String name) {
    try {
      return field(owner, name).get(owner);
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(error);
    }
  }

  private static Field field(Object owner, String name) throws NoSuchFieldException {
    Field found = owner.getClass().getDeclaredField(name);
    found.setAccessible(true);
    return found;
  }
}
`;
