import { request } from 'node:http';
import { connect } from 'node:net';

/** Whether somebody accepts connections on a Unix socket. */
export function listens(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socketPath, () => {
      connection.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
}

/** Whether an HTTP server on a Unix socket answers a GET with 200. */
export function answersOk(socketPath: string, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    request({ socketPath, path }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('error', () => resolve(false))
      .end();
  });
}
