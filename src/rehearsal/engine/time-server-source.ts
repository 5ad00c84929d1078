/** The package and class of the program below, as `java` wants to hear it. */
export const TIME_SERVER_CLASS = 'io.temporal.internal.testservice.TimeServer';

/**
 * The program by which the time-skipping server is started; it is compiled on the spot. Temporal's own begins at the
 * computer's time; this one begins at an instant of ours (milliseconds since 1970). And it mends what a thousand cases don't
 * live with:
 * - every lock on time is kept in a list for debugging, which each step searches from its start: each step takes longer;
 * - a child that ends after its parent's run, as every tranche does, leaves its lock behind: time stands still for ever;
 * - a signal that comes while its receiver continues as new is lost, which Temporal itself never does.
 * It is in the server's own package, because what has to be mended is closed to others.
 */
export const TIME_SERVER = `package io.temporal.internal.testservice;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedList;

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

  /** Cases by their ids; a signal that finds a run over goes to the run that follows it. */
  static final class Cases extends HashMap<WorkflowId, TestWorkflowMutableState> {
    @Override
    public TestWorkflowMutableState get(Object id) {
      TestWorkflowMutableState found = super.get(id);
      if (found == null) return null;
      return (TestWorkflowMutableState)
          Proxy.newProxyInstance(
              TimeServer.class.getClassLoader(),
              new Class<?>[] {TestWorkflowMutableState.class},
              (proxy, method, args) -> {
                try {
                  return method.invoke(found, args);
                } catch (InvocationTargetException failed) {
                  boolean isSignal = method.getName().equals("signalFromWorkflow");
                  if (!isSignal || !isOver(failed.getCause())) throw failed.getCause();
                  return toTheNext((WorkflowId) id, found, method, args);
                }
              });
    }

    private Object toTheNext(
        WorkflowId id, TestWorkflowMutableState over, java.lang.reflect.Method method, Object[] args)
        throws Throwable {
      TestWorkflowMutableState next = super.get(id);
      try {
        if (next == over) throw Status.NOT_FOUND.asRuntimeException();
        return method.invoke(next, args);
      } catch (InvocationTargetException failed) {
        throw failed.getCause();
      }
    }

    private static boolean isOver(Throwable error) {
      return error instanceof StatusRuntimeException
          && ((StatusRuntimeException) error).getStatus().getCode() == Status.Code.NOT_FOUND;
    }
  }

  public static void main(String[] args) throws Exception {
    TestServicesStarter services = new TestServicesStarter(true, Long.parseLong(args[1]));
    SelfAdvancingTimer timer = (SelfAdvancingTimer) read(services, "selfAdvancingTimer");
    Locks locks = new Locks();
    field(timer, "lockEvents").set(timer, locks);
    field(services.getWorkflowService(), "executionsByWorkflowId").set(services.getWorkflowService(), new Cases());
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
