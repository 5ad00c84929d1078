import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Answers with a problem: its status, and in words what is wrong. */
export function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ status, detail });
}

/** Answers, and repeats the answer on the same connection, where the next order may take it for its own. */
export function answeredTwice(reply: FastifyReply, status: number, body: object): FastifyReply {
  const json = JSON.stringify(body);
  const { socket } = reply.request.raw;
  const again =
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: application/json\r\n` +
    `content-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
  reply.raw.once('finish', () => void socket.write(again));
  return reply.code(status).send(body);
}
